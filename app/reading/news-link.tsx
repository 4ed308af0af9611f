/** In a list of threads, on one that has what is new to the reader. */
import { drawHtml } from "../drawing/draw-html.ts";
import type { Own } from "../drawing/slots.ts";
import { say } from "../strings/say.ts";
import type { News } from "./list-new.server.ts";
import { toldCount } from "./new-posts.ts";

/** As many bytes of HTML as are left for it in a page that others read too. */
export const NEWS_LINK_BYTES = 160;

/** The slots of a list of threads for one reader. */
export function ownOfList(news: Record<number, News>): Own {
  const slots = Object.entries(news).map(([threadId, { count, firstId }]) => [
    `news-${threadId}`,
    drawHtml(
      <a className="new" href={`/posts/${firstId}`}>
        {say("reading.new.count", { told: toldCount(count) })}
        <span className="unseen">{say("reading.new.of")}</span>
      </a>,
    ),
  ]);
  return Object.fromEntries(slots);
}
