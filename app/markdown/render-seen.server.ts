import { WrongForm } from "../refusals.ts";
import { isBlank } from "./is-blank.ts";
import { renderMarkdown } from "./render.server.ts";

/** As `renderMarkdown`, for a text that is there to be read: throws WrongForm also for one in which nothing can be. */
export async function renderSeen(...asked: Parameters<typeof renderMarkdown>): Promise<string> {
  const html = await renderMarkdown(...asked);
  if (isBlank(html)) throw new WrongForm({ body: { key: "threads.body.unseen" } });
  return html;
}
