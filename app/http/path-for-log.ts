/** A text without the tokens of the addresses in it, however those are written. */
export const withoutSecrets = (text: string) =>
  text.replace(/((?:admin\/+first|reset-password|confirm-email|unsubscribe)\/)[^\s"]*/gi, "$1…");

/** Whether an address holds a token: its page is kept nowhere, and tells no other page of it. */
export const holdsSecret = (url: string) => withoutSecrets(url) !== url;

/** The path of an address as it may be written down: no query, no secret, no end of what is very long. */
export function pathForLog(url: string) {
  const path = url.split("?", 1)[0] ?? "";
  return withoutSecrets(path).slice(0, 200);
}
