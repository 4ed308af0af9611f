/** Judges a page as a browser would parse it: what stands inside its posts, and whether anything broke out of them. */
import { parse, type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from "parse5";

type Element = Tree.Element;

/** Elements of a post, and the attributes that each may carry. Written by hand, apart from the cleaner's list. */
const allowed: Record<string, string[]> = {
  ...Object.fromEntries(
    ["h3", "h4", "h5", "h6", "p", "hr", "ul", "table", "thead", "tbody", "tr"]
      .concat(["em", "strong", "del", "br", "sub", "kbd", "summary"])
      .map((name) => [name, []]),
  ),
  a: ["href", "title", "rel", "id", "class", "aria-label"],
  blockquote: ["class"],
  code: ["class", "title"],
  details: ["class", "open"],
  div: ["class", "role", "tabindex", "aria-label"],
  input: ["type", "disabled", "checked", "aria-label"],
  li: ["id"],
  ol: ["start"],
  pre: ["tabindex"],
  span: ["class"],
  sup: ["class"],
  td: ["align"],
  th: ["align"],
};

const classes: Record<string, RegExp> = {
  a: /^mention$/,
  blockquote: /^(?:quotation|altered)$/,
  code: /^language-[a-z0-9+#-]+$/,
  details: /^ai$/,
  div: /^(?:table|formula|footnotes)$/,
  span: /^hljs-[a-z-]+$/,
  sup: /^footnote$/,
};

/** Elements of a formula: no picture, no link, and none in which HTML may stand but as text. */
const mathElements = new Set(
  ["math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac"]
    .concat(["msqrt", "mroot", "mstyle", "mpadded", "mphantom", "msub", "msup", "msubsup"])
    .concat(["munder", "mover", "munderover", "mmultiscripts", "mprescripts"])
    .concat(["mtable", "mtr", "mtd"]),
);
const size = /^[+-]?\d{0,2}(?:\.\d+)?(?:em|ex|px|pt)$|^0$/;
const either = /^(?:true|false)$/;
const mathAttributes: Record<string, RegExp> = {
  ...{ accent: either, accentunder: either, displaystyle: either, fence: either, largeop: either },
  ...{ movablelimits: either, separator: either, stretchy: either, symmetric: either },
  ...{ depth: size, height: size, linethickness: size, lspace: size, maxsize: size, minsize: size },
  ...{ rspace: size, width: size, scriptlevel: /^[0-2]$/, mathvariant: /^normal$/ },
  ...{ display: /^block$/, form: /^(?:prefix|infix|postfix)$/, encoding: /^application\/x-tex$/ },
  ...{ columnspan: /^\d{1,2}$/, rowspan: /^1$/, class: /^tml-[a-z]+(?: tml-[a-z]+)*$/ },
};

const values: Record<string, RegExp> = {
  id: /^fn-[0-9a-f]{8}-(?:ref)?\d+(?:-\d+)?$/,
  align: /^(?:left|center|right)$/,
  rel: /^nofollow ugc noopener$/,
  role: /^group$/,
  start: /^\d{1,9}$/,
  tabindex: /^0$/,
  type: /^checkbox$/,
};

const PAGE = "https://forum.example/threads/1";
const attribute = (element: Element, name: string) =>
  element.attrs.find((each) => each.name === name)?.value;
const hasClass = (element: Element, name: string) =>
  (attribute(element, "class") ?? "").split(/\s+/).includes(name);

function* walk(node: Tree.Node): Generator<Tree.Node> {
  yield node;
  if ("content" in node) yield* walk(node.content);
  if ("childNodes" in node) for (const child of node.childNodes) yield* walk(child);
}

function* elementsIn(node: Tree.Node): Generator<Element> {
  for (const each of walk(node)) if (tree.isElementNode(each)) yield each;
}

/** The scheme that a browser would follow. */
function schemeOf(address: string): string {
  return URL.canParse(address, PAGE) ? new URL(address, PAGE).protocol : "none:";
}

const HTML = "http://www.w3.org/1999/xhtml";
const MATHML = "http://www.w3.org/1998/Math/MathML";

const isWithin = (element: Element, name: string) => {
  for (
    let node: Tree.Node | null = element;
    node && tree.isElementNode(node);
    node = node.parentNode
  ) {
    if (node.tagName === name) return true;
  }
  return false;
};

function* faultsOfMath(element: Element): Generator<string> {
  const name = element.tagName;
  if (!mathElements.has(name) || !isWithin(element, "math"))
    yield `<${name}> of mathematics in a post`;
  for (const { name: key, value } of element.attrs) {
    if (!mathAttributes[key]?.test(value)) yield `${key}="${value}" on <${name}>`;
  }
}

function* faultsOf(element: Element): Generator<string> {
  const name = element.tagName;
  if (element.namespaceURI === MATHML) {
    yield* faultsOfMath(element);
    return;
  }
  if (isWithin(element, "math")) yield `<${name}> in a formula`;
  const attributes = allowed[name];
  if (!attributes || element.namespaceURI !== HTML) {
    yield `<${name}> in a post`;
    return;
  }
  for (const { name: key, value } of element.attrs) {
    if (!attributes.includes(key)) yield `${key} on <${name}>`;
    if (values[key] && !values[key].test(value)) yield `${key}="${value}" on <${name}>`;
    if (key === "class" && !value.split(/\s+/).every((each) => classes[name]?.test(each))) {
      yield `class="${value}" on <${name}>`;
    }
  }
  if (name === "input" && attribute(element, "disabled") === undefined) yield "a live <input>";
  if (name === "input" && !attribute(element, "aria-label")) yield "an <input> without a name";
  if (name === "a") {
    const href = attribute(element, "href");
    if (href === undefined) yield "a link that leads nowhere";
    else if (!/^(?:https?|mailto):$/.test(schemeOf(href))) yield `a link to ${href}`;
    else if (!/^(?:https?:|mailto:|#|\/(?!\/))/.test(href)) yield `an unclear link to ${href}`;
    if (attribute(element, "rel") === undefined) yield "a link without rel";
  }
}

/** What no page of the forum holds anywhere, so that what broke out of a post is seen too. */
function* faultsAnywhere(element: Element): Generator<string> {
  for (const { name, value } of element.attrs) {
    if (/^on/.test(name)) yield `${name} on <${element.tagName}>`;
    if (name === "style") yield `style on <${element.tagName}>`;
    if (!/^(?:href|src|action|formaction|data|poster|srcdoc)$/.test(name)) continue;
    if (name === "srcdoc" || !/^(?:https?|mailto):$/.test(schemeOf(value))) {
      yield `${name}="${value}" on <${element.tagName}>`;
    } else if (name !== "href" && !value.startsWith("/")) {
      yield `<${element.tagName}> calls ${value}`;
    }
  }
  if (/^(?:iframe|object|embed|base|frame|applet|style)$/.test(element.tagName)) {
    yield `<${element.tagName}> in the page`;
  }
}

/** Every fault of the posts (`.post .prose`) of a page, and of the page around them; none means that it is safe. An element `#after` must still follow its post. */
export function findFaults(shown: string | Tree.Document): string[] {
  const page = typeof shown === "string" ? parse(shown) : shown;
  const faults: string[] = [];
  const ids = new Set<string>();
  let posts = 0;
  for (const element of elementsIn(page)) {
    const id = attribute(element, "id");
    if (id !== undefined && ids.has(id)) faults.push(`the id ${id} twice`);
    if (id !== undefined) ids.add(id);
    faults.push(...faultsAnywhere(element));
    if (attribute(element, "id") === "after") faults.push(...faultsAfter(element));
    if (!hasClass(element, "post")) continue;
    for (const prose of elementsIn(element)) {
      if (!hasClass(prose, "prose")) continue;
      posts++;
      for (const node of walk(prose)) {
        if (tree.isCommentNode(node)) faults.push("a comment in a post");
        else if (node !== prose && tree.isElementNode(node)) faults.push(...faultsOf(node));
      }
    }
  }
  if (posts === 0) faults.push("no post in the page");
  return [...new Set(faults)];
}

function faultsAfter(element: Element): string[] {
  const beside = (element.parentNode?.childNodes ?? []).filter((node) => tree.isElementNode(node));
  const before = beside[beside.indexOf(element) - 1];
  const follows = before && hasClass(before, "post") && element.parentNode?.nodeName === "body";
  return follows ? [] : ["something broke out of its post"];
}

/** A page with one post, to be judged. */
export const embed = (html: string) =>
  `<!doctype html><html lang="en"><head><title>A post</title></head><body><article class="post"><div class="prose">${html}</div></article><p id="after">After</p></body></html>`;
