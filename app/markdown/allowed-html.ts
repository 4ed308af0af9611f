/** The tags, attributes and addresses that survive, whatever came before: the last word on every text's HTML. */
import sanitizeHtml, { type Attributes, type IOptions } from "sanitize-html";

/** The ids of footnotes and of the places that cite them, which are the only ones in a post. */
const noteId = /^fn-[0-9a-f]{8}-(?:ref)?\d{1,6}(?:-\d{1,6})?$/;
const ofNote = (id = ""): Attributes => (noteId.test(id) ? { id } : {});

const rules: IOptions = {
  allowedTags: [
    ...["h3", "h4", "h5", "h6", "p", "blockquote", "pre", "hr", "ul", "ol", "li", "div"],
    ...["table", "thead", "tbody", "tr", "th", "td", "details", "summary"],
    ...["a", "em", "strong", "del", "code", "span", "br", "sub", "sup", "kbd", "input"],
  ],
  allowedAttributes: {
    a: ["href", "title", "rel", "id", "aria-label"],
    li: ["id"],
    details: ["open"],
    ol: ["start"],
    pre: [{ name: "tabindex", values: ["0"] }],
    div: [{ name: "role", values: ["group"] }, { name: "tabindex", values: ["0"] }, "aria-label"],
    th: [{ name: "align", values: ["left", "center", "right"] }],
    td: [{ name: "align", values: ["left", "center", "right"] }],
    input: ["type", "disabled", "checked", "aria-label"],
  },
  allowedClasses: {
    code: [/^language-[a-z0-9+#-]{1,30}$/],
    span: [/^hljs-[a-z-]{1,30}$/, /^formula-\d{1,6}$/],
    div: ["table", "formula", "footnotes"],
    a: ["mention"],
    sup: ["footnote"],
    blockquote: ["quotation", "altered"],
    details: ["ai"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowedSchemesByTag: {},
  allowedSchemesAppliedToAttributes: ["href", "src", "cite", "action", "formaction", "data"],
  allowProtocolRelative: false,
  allowVulnerableTags: false,
  disallowedTagsMode: "escape",
  nonTextTags: [
    ...["script", "style", "textarea", "option", "noscript", "noembed", "noframes", "iframe"],
    ...["xmp", "plaintext", "title", "template", "svg", "math"],
  ],
  // Deeper than Markdown nests here, and not so deep that a browser gives up.
  nestingLimit: 200,
  parseStyleAttributes: false,
  enforceHtmlBoundary: false,
  selfClosing: ["br", "hr", "input"],
  transformTags: {
    a: (tagName, { href = "", title, id, class: names, "aria-label": label }) => ({
      tagName,
      attribs: {
        ...{ href, ...(title && { title }), rel: "nofollow ugc noopener" },
        ...{ ...(names && { class: names }), ...(label && { "aria-label": label }), ...ofNote(id) },
      },
    }),
    li: (tagName, { id }) => ({ tagName, attribs: ofNote(id) }),
    input: (tagName, attribs) => ({
      tagName,
      attribs: { ...attribs, type: "checkbox", disabled: "disabled" },
    }),
  },
};

/** Characters that XML forbids and no reader sees; the HTML goes into feeds too. */
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The text with a sign for each character that no page and no feed may hold. */
export const readable = (text: string) => text.replace(unreadable, "\ufffd");

/** HTML without MathML in which only what is allowed is left; other tags are shown as text. */
export function cleanHtml(html: string): string {
  return readable(sanitizeHtml(html, rules));
}
