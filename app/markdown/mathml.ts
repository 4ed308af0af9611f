/** TeX into MathML, written from the tree that temml answers: nothing gets out but what is allowed, and every text is escaped. */
import temml from "temml";
import { escapeHtml } from "./escape.ts";
import { allowedClasses, allowedElements, classesOf, strokes } from "./mathml-allowed.ts";

/** Macros that one formula may set off. */
const MOST_MACROS = 500;
/** The most that a size may be, in em: across, and up or down. */
const MOST_SIZE: [number, number] = [20, 10];
/** Elements within one another; a browser gives up on far more. */
const DEEPEST = 60;
/** A formula of its own commands could grow without end. */
const defining =
  /\\(?:[gex]?def|let|futurelet|global|(?:re)?newcommand|providecommand|newenvironment)(?![A-Za-z])/;

/** A node of temml's tree: an element, a piece of text, or a bare list of nodes. */
interface Node {
  type?: string;
  text?: string;
  attributes?: Record<string, unknown>;
  classes?: string[];
  style?: Record<string, unknown>;
  children?: (Node | undefined)[];
}

class TooLong extends Error {}

/** Elements that hold text only; an element in one of them would be read as HTML. */
const textOnly = new Set(["mi", "mn", "mo", "ms", "mtext"]);

export interface Formula {
  tex: string;
  isDisplay: boolean;
}

/** The formula as MathML of about so many characters at most, with its TeX as an annotation; null if it is wrong or longer. */
export function toMathml({ tex, isDisplay }: Formula, most: number): string | null {
  if (defining.test(tex)) return null;
  try {
    const tree: Node = temml.__renderToMathMLTree(tex, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      strict: false,
      wrap: "none",
      maxSize: MOST_SIZE,
      maxExpand: MOST_MACROS,
    });
    const inside = new Writer(most).write(tree);
    const source = `<annotation encoding="application/x-tex">${escapeHtml(tex)}</annotation>`;
    const how = isDisplay ? ' display="block"' : "";
    return `<math${how}><semantics>${inside}${source}</semantics></math>`;
  } catch {
    // Whatever is wrong with a formula, its source can be shown.
    return null;
  }
}

class Writer {
  #left: number;
  #depth = 0;

  constructor(most: number) {
    this.#left = most;
  }

  write(node: Node): string {
    if (node.text !== undefined) return this.#spend(escapeHtml(node.text));
    if (this.#depth >= DEEPEST) throw new TooLong();
    this.#depth++;
    const name = node.type === "menclose" ? "mrow" : (node.type ?? "");
    const children = (node.children ?? []).filter((child) => child !== undefined);
    const inside = textOnly.has(name)
      ? this.#spend(escapeHtml(textOf(node)))
      : children.map((child) => this.write(child)).join("");
    this.#depth--;
    if (Object.hasOwn(allowedElements, name)) {
      const begin = `<${name}${readAttributes(name, node)}>`;
      return this.#spend(begin) + inside + this.#spend(`</${name}>`);
    }
    // One node stays one element, so that what holds it has as many as it needs.
    return children.length === 1 ? inside : this.#spend(`<mrow>${inside}</mrow>`);
  }

  #spend(html: string): string {
    this.#left -= html.length;
    if (this.#left < 0) throw new TooLong();
    return html;
  }
}

const textOf = (node: Node): string =>
  node.text ?? (node.children ?? []).map((child) => (child ? textOf(child) : "")).join("");

function readAttributes(name: string, node: Node): string {
  let html = "";
  const rules = allowedElements[name]!;
  for (const [key, value] of Object.entries(node.attributes ?? {})) {
    if (Object.hasOwn(rules, key) && rules[key]!.test(String(value))) html += ` ${key}="${value}"`;
  }
  const classes = new Set(classesOf(name, node.style ?? {}));
  for (const each of node.classes ?? []) {
    if (allowedClasses.has(each)) classes.add(each);
    if (Object.hasOwn(strokes, each)) classes.add(strokes[each]!);
  }
  if (node.type === "menclose") classes.add("tml-around");
  if (name === "mspace" && node.attributes?.mathbackground) classes.add("tml-rule");
  return classes.size > 0 ? `${html} class="${[...classes].join(" ")}"` : html;
}
