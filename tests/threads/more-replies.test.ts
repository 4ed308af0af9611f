import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import { openForum } from "../forum.ts";
import { serveReading, textOf } from "../http/reading-forum.ts";
import { linksOf } from "../http/written.ts";
import { fillThread } from "./fill.ts";
import { beginThread } from "./thread.ts";

afterAll(stopRendering);

const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)![1];
const linkedAs = (html: string) => /property="og:title" content="(.*?)"/.exec(html)![1];
const canonicalOf = (html: string) => /rel="canonical" href="([^"]+)"/.exec(html)![1];

test.each(["best", "new"])(
  "more replies, %s first, begin where the replies do, on a page whose title says so",
  async (order) => {
    const { db, ada, ben } = await openForum();
    const thread = await beginThread(db, ada, { title: "A long quarrel" });
    await fillThread(db, thread, ben.id, Array<number>(450).fill(-1));
    const { ask } = await serveReading(db);
    const first = textOf(await ask(`${thread.path}?order=${order}`));
    expect(titleOf(first)).toMatch(/^A long quarrel · /);
    const [next] = linksOf(first, "next");
    expect(next).toMatch(/[?&]after=[\w-]+\.\d+#replies$/);
    const second = textOf(await ask(next!.split("#")[0]!));
    expect(second).toContain('id="replies"');
    expect(titleOf(second)).toMatch(/^A long quarrel – more replies · /);
    expect([first, second].map(linkedAs)).toEqual([
      "A long quarrel",
      "A long quarrel – more replies",
    ]);
    expect(canonicalOf(second)).toBe(canonicalOf(first));
  },
);
