/** HTML that the cleaner has written, with its links as they are followed from elsewhere: `page` is the absolute address of the page that it stands on. */
export function absoluteLinks(html: string, origin: string, page: string): string {
  const [here = ""] = page.split("#", 1);
  const base = here.replace(/&/g, "&amp;");
  // In the text of a post every < is escaped.
  return html.replace(/<a [^>]*>/g, (tag) =>
    tag.replace(/ href="([/#])/, (_, sign) => ` href="${sign === "/" ? origin : base}${sign}`),
  );
}
