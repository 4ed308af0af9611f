/** What sort of character stands at a place of a text. */

export const LETTER = 1;
export const DIGIT = 2;
export const BLANK = 3;
export const INNER = 4;
/** Of each character of ASCII. */
export const sorts = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = String.fromCharCode(code);
  if (/[a-zA-Z]/.test(letter)) sorts[code] = LETTER;
  else if (/[0-9]/.test(letter)) sorts[code] = DIGIT;
  else if (code <= 32) sorts[code] = BLANK;
  else if ("*@$!#%|+".includes(letter)) sorts[code] = INNER;
}

/** The sort of the character there: letters of any script, pairs of surrogates that draw Latin letters, and what is not seen count as letters. */
export function sortAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return sorts[code]!;
  if (code === 0xfffc || code === 0x2019 || code === 0x2018) return 0;
  if (code >= 0xd800 && code <= 0xdfff) {
    const point = code < 0xdc00 ? (text.codePointAt(at) ?? 0) : (text.codePointAt(at - 1) ?? 0);
    return /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(point)) ||
      (point >= 0x1f130 && point <= 0x1f189)
      ? LETTER
      : 0;
  }
  const letter = text[at]!;
  if (/\s/.test(letter) && code !== 0xfeff) return BLANK;
  return /[\p{L}\p{M}\p{N}]|\p{Default_Ignorable_Code_Point}/u.test(letter) ? LETTER : 0;
}

/** Whether a letter or a digit stands there. */
export const isLetter = (text: string, at: number) =>
  at < text.length && (sortAt(text, at) === LETTER || sortAt(text, at) === DIGIT);

/** Whether one stands there, or a sign that is used for one, and no other behind it. */
export const isOneLetter = (text: string, at: number) =>
  (isLetter(text, at) || "@$!*".includes(text[at]!)) && !isLetter(text, at + 1);
