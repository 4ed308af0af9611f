/** Acts of power as entries of a feed. */
import { LogSentence } from "../administration/log-line.tsx";
import { drawHtml } from "../drawing/draw-html.ts";
import type { LogEntry } from "../events/read-log.server.ts";
import { readText } from "../markdown/read-html.ts";
import { absoluteLinks } from "./absolute-links.ts";
import type { Entry } from "./feed.ts";

/** What happened and why, at the address where the public log begins with it. */
export function logEntries(log: readonly LogEntry[], origin: string): Entry[] {
  return log.map((act) => {
    const address = `${origin}/log?after=${act.id + 1}#log-${act.id}`;
    const sentence = drawHtml(<LogSentence entry={act} />);
    const reason = act.reason && drawHtml(<blockquote>{act.reason}</blockquote>);
    const title = wordsOf(sentence);
    return {
      id: `${origin}/log#log-${act.id}`,
      address,
      title,
      author: act.person,
      publishedAt: act.at,
      updatedAt: act.at,
      html: absoluteLinks(sentence + reason, origin, address),
      excerpt: act.reason ? `${title} – ${act.reason}` : title,
      topics: [],
      about: null,
    };
  });
}

function wordsOf(html: string): string {
  let words = "";
  readText(html, (text) => {
    words += text;
    return true;
  });
  return words;
}
