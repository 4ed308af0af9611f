import type { Db } from "#db/open.server.ts";
import { isBlank } from "../markdown/is-blank.ts";
import { renderMarkdown } from "../markdown/render.server.ts";
import type { Person } from "../permissions.ts";
import { readKnown } from "../references/read-known.server.ts";
import { weighMentions } from "../references/weigh-mentions.ts";
import { WrongForm } from "../refusals.ts";

/** The HTML of a post with its links to people and posts; throws WrongForm for a text of which nothing can be seen, that asks for too much or, under the limits' scale, mentions too many, and Refusal 503 when too many texts wait. */
export async function renderPost(
  db: Db,
  author: Person,
  body: string,
  limits: number,
): Promise<string> {
  const html = await renderMarkdown(body, author.id, await readKnown(db, body));
  if (isBlank(html)) throw new WrongForm({ body: { key: "threads.body.unseen" } });
  weighMentions(html, author, limits);
  return html;
}
