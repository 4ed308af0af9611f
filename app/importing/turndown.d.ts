/** The package brings no types; these are of what is used of it. */
declare module "turndown" {
  /** How elements of one kind are written: `content` is the Markdown of what they hold. */
  export interface Rule {
    filter: string | string[] | ((node: HTMLElement) => boolean);
    replacement: (content: string, node: HTMLElement) => string;
  }

  export default class TurndownService {
    constructor(options?: { hr?: string; br?: string });
    turndown(html: string): string;
    /** A rule added later goes before those added earlier. */
    addRule(key: string, rule: Rule): this;
    escape(text: string): string;
  }
}
