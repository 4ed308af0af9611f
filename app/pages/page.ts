/** A page of the forum about itself. */
export interface Page {
  title: string;
  /** What stands above the sections, as Markdown. */
  body: string;
  sections: PageSection[];
}

export interface PageSection {
  /** The anchor: /help#markdown leads to the section "markdown". */
  id: string;
  title: string;
  /** Markdown. */
  body: string;
}
