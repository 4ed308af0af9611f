import type { Db } from "#db/open.server.ts";
import { renderSeen } from "../markdown/render-seen.server.ts";
import type { Person } from "../permissions.ts";
import { readKnown } from "../references/read-known.server.ts";
import { weighMentions } from "../references/weigh-mentions.ts";

/** The HTML of a post with its links to people and posts; throws WrongForm for a text in which nothing can be read, that asks for too much or, under the limits' scale, mentions too many, and Refusal 503 when too many texts wait. */
export async function renderPost(
  db: Db,
  author: Person,
  body: string,
  limits: number,
): Promise<string> {
  const html = await renderSeen(body, author.id, await readKnown(db, body));
  weighMentions(html, author, limits);
  return html;
}
