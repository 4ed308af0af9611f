import { escapeHtml } from "./escape.ts";

/** A Markdown text as HTML that shows it as it is written, in paragraphs: until it is rendered. */
export const asWritten = (markdown: string): string =>
  markdown
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => `<p>${escapeHtml(part.trim())}</p>`)
    .join("\n");
