/** The MathML that a post may hold: elements of MathML Core, the attributes that place them, and classes in place of inline styles. */

const length = /^[+-]?\d{0,2}(?:\.\d{1,4})?(?:em|ex|px|pt)$|^0$/;
const yes = /^(?:true|false)$/;
const one = /^1$/;
const columns = /^[1-9]\d?$/;

const none = {};
/** Attributes of an element, and what each may be. */
export const allowedElements: Record<string, Record<string, RegExp>> = {
  mrow: none,
  mi: { mathvariant: /^normal$/ },
  mn: none,
  mo: {
    ...{ form: /^(?:prefix|infix|postfix)$/, fence: yes, separator: yes, stretchy: yes },
    ...{ symmetric: yes, largeop: yes, movablelimits: yes },
    ...{ lspace: length, rspace: length, minsize: length, maxsize: length },
  },
  ms: none,
  mtext: none,
  mspace: { width: length, height: length, depth: length },
  mfrac: { linethickness: length },
  msqrt: none,
  mroot: none,
  mstyle: { displaystyle: yes, scriptlevel: /^[0-2]$/ },
  mpadded: { width: length, height: length, depth: length, lspace: length },
  mphantom: none,
  msub: none,
  msup: none,
  msubsup: none,
  munder: { accentunder: yes },
  mover: { accent: yes },
  munderover: { accent: yes, accentunder: yes },
  mmultiscripts: none,
  mprescripts: none,
  mtable: { displaystyle: yes },
  mtr: none,
  mtd: { columnspan: columns, rowspan: one },
};

/** Classes that pass as they are. */
export const allowedClasses = new Set(["tml-left", "tml-right", "tml-jot", "tml-small"]);

type Style = Record<string, unknown>;

const is = (style: Style, name: string, value: RegExp) => value.test(String(style[name] ?? ""));

/** What of an inline style matters, as classes. */
export function* classesOf(type: string, style: Style): Generator<string> {
  for (const side of ["Top", "Right", "Bottom", "Left"]) {
    const border = String(style[`border${side}`] ?? "");
    if (/ (?:solid|dashed)/.test(border)) yield `tml-line-${side.toLowerCase()}`;
  }
  if (is(style, "border", / solid/)) yield "tml-box";
  if (is(style, "fontWeight", /^bold$/) || is(style, "font-weight", /^bold$/)) yield "tml-bold";
  if (is(style, "font-style", /^italic$/)) yield "tml-italic";
  if (type === "mtable" && is(style, "width", /^100%$/)) yield "tml-wide";
  if (type === "mtd" && is(style, "width", /^50%$/)) yield "tml-side";
  if (type === "mtd" && is(style, "paddingLeft", /^1em$/)) yield "tml-next";
  if (type === "mrow" && is(style, "marginLeft", /^-/)) yield "tml-back";
}

/** Strokes through what they are drawn over. */
export const strokes: Record<string, string> = {
  upstrike: "tml-up",
  downstrike: "tml-down",
  "tml-xcancel": "tml-cross",
  sout: "tml-through",
};
