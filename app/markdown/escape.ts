/** Text into HTML and back. */

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const references: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The text as HTML that shows it, in an element or between double quotes. */
export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!);

/** HTML as the cleaner writes it (four references only) back into text, once. */
export const unescapeHtml = (html: string) =>
  html.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => references[name]!);

/** The text without the marks that turn the direction of all text after them. */
export const withoutTurning = (text: string) =>
  text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
