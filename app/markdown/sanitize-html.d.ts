/** What the forum uses of sanitize-html, whose types are a package apart. */
declare module "sanitize-html" {
  export type Attributes = Record<string, string>;
  interface Tag {
    tagName: string;
    attribs: Attributes;
    text?: string;
  }
  type Transformer = (tagName: string, attribs: Attributes) => Tag;
  type Allowed = string | { name: string; multiple?: boolean; values: string[] };
  export interface IOptions {
    allowedTags?: string[] | false;
    allowedAttributes?: Record<string, Allowed[]> | false;
    allowedClasses?: Record<string, (string | RegExp)[]>;
    allowedSchemes?: string[] | false;
    allowedSchemesByTag?: Record<string, string[]>;
    allowedSchemesAppliedToAttributes?: string[];
    allowProtocolRelative?: boolean;
    allowVulnerableTags?: boolean;
    disallowedTagsMode?: "discard" | "escape" | "recursiveEscape" | "completelyDiscard";
    enforceHtmlBoundary?: boolean;
    exclusiveFilter?: (frame: Tag) => boolean;
    nestingLimit?: number;
    nonTextTags?: string[];
    onOpenTag?: (name: string, attribs: Attributes) => void;
    onCloseTag?: (name: string, isImplied: boolean) => void;
    parser?: Record<string, boolean>;
    parseStyleAttributes?: boolean;
    selfClosing?: string[];
    textFilter?: (text: string, tagName: string) => string;
    transformTags?: Record<string, string | Transformer>;
  }
  export default function sanitizeHtml(dirty: string, options?: IOptions): string;
}
