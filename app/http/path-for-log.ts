/** Between two parts of a path, as browsers and reports may write it. */
const slash = String.raw`(?:\.?(?:[\\/]|%2f|%5c))+`;
const inPath = new RegExp(
  `((?:admin${slash}first|reset-password|confirm-email|unsubscribe)${slash})[^\\s"]*`,
  "gi",
);
const inQuery = new RegExp(`(following${slash}feed\\.[^\\s"?]*\\?)[^\\s"]*`, "gi");

/** Letters that are written by their numbers mean the same as those that are not. */
const withLetters = (text: string) =>
  text.replace(/%[2-7][0-9a-f]/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : code;
  });

/** A text without the tokens of the addresses in it, however those are written. */
export const withoutSecrets = (text: string) =>
  withLetters(text).replace(inPath, "$1…").replace(inQuery, "$1…");

/** Whether an address is a page's with a token: the page is kept nowhere, and tells no other page of it. */
export const holdsSecret = (url: string) => withLetters(url).search(inPath) !== -1;

/** The path of an address as it may be written down: no query, no secret, no end of what is very long. */
export function pathForLog(url: string) {
  const path = url.split("?", 1)[0] ?? "";
  return withoutSecrets(path).slice(0, 200);
}
