/** What the forum says about a text that it renders, and inside it. */
export const markdown = {
  "markdown.too-long":
    "This text is longer than {limit, number} characters. Split it into several posts.",
  "markdown.too-large":
    "Set as a page, this text grows too large. Shorten it, or split it into several posts.",
  "markdown.too-many-cells":
    "The tables in this text have more than {limit, number} cells together. Leave rows or columns out, or split them over several posts.",
  "markdown.too-slow":
    "This text takes too long to set as a page, because something in it repeats or nests too often. Simplify that part, or put it between two lines of ``` so that it is shown as written.",
  "markdown.failed":
    "Something in this text could not be laid out; that is a fault of ours, and it was written down. Your text is kept: leave out what is unusual in it, or put that between two lines of ```.",
  "markdown.busy":
    "Many texts are being set just now. Yours is kept: send it again in a few seconds.",
  "markdown.yours-wait":
    "Many of your texts wait to be set just now. This one is kept: send it again when they are done, in a second or two.",
  "markdown.picture": "Picture: {words} ({host})",
  "markdown.picture.no-words": "Picture ({host})",
  "markdown.picture.no-host": "Picture: {words}",
  "markdown.picture.bare": "Picture",
  "markdown.quoted.altered": ", in other words:",
  "markdown.table": "Table",
  "markdown.task.done": "Done",
  "markdown.task.open": "To do",
  "markdown.footnotes": "Footnotes",
  "markdown.footnote": "Footnote {number}",
  "markdown.footnote.back":
    "{citation, plural, =1 {Back to the text from footnote {number}} other {Back to place # of footnote {number} in the text}}",
  "markdown.formula": "Formula",
  "markdown.formula.wrong":
    "This formula could not be set, and is shown as it was written. Its TeX may have a fault, or be too long.",
  "markdown.ai": "Written by a model: {model}. Not counted as the author’s own words.",
  "markdown.ai.not-named":
    "Written by a model that is not named. Not counted as the author’s own words.",
} as const;
