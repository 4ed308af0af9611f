/** Acts of power as entries of a feed. */

import { drawHtml } from "../drawing/draw-html.ts";
import type { LogEntry } from "../log/log-entry.ts";
import { LogSentence, officeInWords } from "../log/log-line.tsx";
import { readText } from "../markdown/read-html.ts";
import { say } from "../strings/say.ts";
import { absoluteLinks } from "./absolute-links.ts";
import type { Entry } from "./feed.ts";

/** What happened and why, each at its own address. */
export function logEntries(log: readonly LogEntry[], origin: string): Entry[] {
  return log.map((act) => {
    const address = `${origin}/log/${act.id}`;
    const sentence = drawHtml(<LogSentence entry={act} />);
    const reason = act.reason && drawHtml(<blockquote>{act.reason}</blockquote>);
    const facts = factsOf(act).join(" · ");
    const title = wordsOf(sentence);
    return {
      id: `${origin}/log#log-${act.id}`,
      address,
      title,
      author: act.person,
      publishedAt: act.at,
      updatedAt: act.at,
      html: absoluteLinks(sentence + reason + (facts && drawHtml(<p>{facts}</p>)), origin, address),
      excerpt: [act.reason ? `${title} – ${act.reason}` : title, facts].filter(Boolean).join(" "),
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

/** By which rule, in which office, and whether it was taken back. */
const factsOf = (act: LogEntry): string[] =>
  [
    act.rule ? say("log.rule", { rule: act.rule.number, title: act.rule.title }) : "",
    officeInWords(act),
    act.undoneById === null ? "" : say("log.undone"),
  ].filter(Boolean);
