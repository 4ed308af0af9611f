/** Character references of Markdown; apart from escape.ts, for the cleaner is large and nobody else needs it. */
import sanitizeHtml from "sanitize-html";
import { unescapeHtml } from "./escape.ts";

const named = new Map<string, string>();

/** What a name stands for, or the reference as it is. The cleaner knows the table of all names. */
function readName(reference: string): string {
  let sign = named.get(reference);
  if (sign === undefined) {
    sign = unescapeHtml(sanitizeHtml(reference, { allowedTags: [], allowedAttributes: {} }));
    // A name that only begins like one is none; HTML would read its beginning.
    if (sign.endsWith(";") && reference !== "&semi;") return reference;
    named.set(reference, sign);
  }
  return sign;
}

function readNumber(code: number): string {
  const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return none ? "\ufffd" : String.fromCodePoint(code);
}

/** A text of Markdown with its character references read, once: those that end in a semicolon, as CommonMark has it. */
export const readReferences = (text: string) =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|[a-z][a-z\d]{1,31});/gi,
    (reference, decimal?: string, hexadecimal?: string) => {
      if (decimal) return readNumber(Number.parseInt(decimal, 10));
      if (hexadecimal) return readNumber(Number.parseInt(hexadecimal, 16));
      return readName(reference);
    },
  );
