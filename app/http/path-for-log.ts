const inPath = /((?:admin\/+first|reset-password|confirm-email|unsubscribe)\/)[^\s"]*/gi;
const inQuery = /(following\/+feed\.[^\s"?]*\?)[^\s"]*/gi;

/** A text without the tokens of the addresses in it, however those are written. */
export const withoutSecrets = (text: string) => text.replace(inPath, "$1…").replace(inQuery, "$1…");

/** Whether an address is a page's with a token: the page is kept nowhere, and tells no other page of it. */
export const holdsSecret = (url: string) => url.replace(inPath, "") !== url;

/** The path of an address as it may be written down: no query, no secret, no end of what is very long. */
export function pathForLog(url: string) {
  const path = url.split("?", 1)[0] ?? "";
  return withoutSecrets(path).slice(0, 200);
}
