/** Whatever is posted, feeds are well-formed and hold nothing that calls elsewhere. */
import { parseAtomFeed } from "feedsmith";
import { expect, it } from "vitest";
import type { Listed } from "#app/feeds/feed.ts";
import { type PostRow, postEntry } from "#app/feeds/post-entry.ts";
import { writeFeed } from "#app/feeds/write-feed.ts";
import { TooMuch } from "#app/markdown/guards.ts";
import { toHtml } from "#app/markdown/to-html.ts";
import { atomProblems, jsonProblems } from "../feeds/rules.ts";
import { START } from "../forum.ts";
import { ORIGIN } from "../routes/visit.ts";
import { attacks, describeCorpora, readCorpora } from "./corpus.ts";
import { embed, findFaults } from "./oracle.ts";

/** What no title could be, but what an import or another version may have left behind, goes in as it is. */
const rowOf = (id: number, input: string, html: string): PostRow => ({
  ...{ id, author: input, kind: "reply", html, title: input, slug: "", url: null },
  ...{
    posted_at: START,
    edited_at: null,
    withdrawn_at: null,
    restored_at: null,
    state: "published",
  },
  ...{ depth: id % 2, thread_id: id, reply_count: 1 },
});

const htmlOf = (input: string) => {
  try {
    return toHtml(input);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return "";
  }
};

const listedOf = (inputs: string[]): Listed => ({
  ...{ title: inputs.join(" "), description: inputs.join(" "), page: "/", since: START },
  entries: inputs.map((input, place) =>
    postEntry(rowOf(place + 1, input, htmlOf(input)), [input], ORIGIN),
  ),
});

describeCorpora("AC-015: a feed", () => {
  it("is well-formed and clean, whatever was posted", () => {
    const inputs = readCorpora(...attacks).map(({ input }) => input);
    const faults: string[] = [];
    for (let from = 0; from < inputs.length; from += 25) {
      const some = inputs.slice(from, from + 25);
      const listed = listedOf(some);
      for (const isFull of [true, false]) {
        const how = { origin: ORIGIN, path: "/", query: {}, isFull };
        const atom = writeFeed(listed, { ...how, form: "xml" });
        const json = writeFeed(listed, { ...how, form: "json" });
        faults.push(
          ...[...atomProblems(atom), ...jsonProblems(json)].map((why) => `${from}: ${why}`),
        );
        const entries = parseAtomFeed(atom).entries ?? [];
        expect(entries).toHaveLength(some.length);
        for (const { content } of entries) {
          faults.push(...findFaults(embed(content?.value ?? "")));
        }
      }
    }
    expect(faults).toEqual([]);
    expect(inputs.length).toBeGreaterThan(1_000);
  });
});
