/** The forms of a page, read as a browser reads them. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a form would send as it stands: hidden, typed and chosen fields. Throws when the page has no form for the address. */
export function form(html: string, action: string): Record<string, string> {
  const forms = elements(parse(html), "form");
  const found = forms.find((element) => attribute(element, "action") === action);
  if (!found) {
    const present = forms.map((element) => attribute(element, "action") ?? "(none)");
    throw new Error(`The page has no form for ${action}; it has: ${present.join(", ") || "none"}`);
  }
  const fields: Record<string, string> = {};
  for (const element of elements(found, "input", "textarea", "select")) {
    const name = attribute(element, "name");
    const value = sentValue(element);
    if (name && value !== undefined) fields[name] = value;
  }
  return fields;
}

/** The text of a page as somebody reads it, with single spaces. */
export function textOf(html: string): string {
  const [body] = elements(parse(html), "body");
  return body ? textIn(body).replace(/\s+/g, " ").trim() : "";
}

/** All elements with one of the names, in the order of the page. */
export function elements(node: Node, ...names: string[]): Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  const own = "tagName" in node && names.includes(node.tagName) ? [node] : [];
  return [...own, ...children.flatMap((child) => elements(child, ...names))];
}

/** The value of an attribute, or undefined. */
export function attribute(element: Element, name: string) {
  return element.attrs.find((one) => one.name === name)?.value;
}

function sentValue(element: Element): string | undefined {
  if (attribute(element, "disabled") !== undefined) return undefined;
  if (element.tagName === "textarea") return textIn(element);
  if (element.tagName === "select") {
    const options = elements(element, "option");
    const chosen =
      options.find((option) => attribute(option, "selected") !== undefined) ?? options[0];
    return chosen && (attribute(chosen, "value") ?? textIn(chosen));
  }
  const type = attribute(element, "type") ?? "text";
  if (["submit", "button", "reset", "image", "file"].includes(type)) return undefined;
  if (["checkbox", "radio"].includes(type)) {
    return attribute(element, "checked") === undefined
      ? undefined
      : (attribute(element, "value") ?? "on");
  }
  return attribute(element, "value") ?? "";
}

function textIn(node: Node): string {
  if ("tagName" in node && ["script", "style", "template"].includes(node.tagName)) return "";
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textIn).join("") : "";
}
