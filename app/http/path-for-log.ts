/** A text without the tokens of the addresses in it, however those are written. */
export const withoutSecrets = (text: string) =>
  text.replace(/((?:admin\/+first|reset-password|unsubscribe)\/)[^\s"]*/gi, "$1…");

/** The path of an address as it may be written down: no query, no secret, no end of what is very long. */
export function pathForLog(url: string) {
  const path = url.split("?", 1)[0] ?? "";
  return withoutSecrets(path).slice(0, 200);
}
