/** Threads as data and the sitemap, for who has them already. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import { loader as sitemap } from "#app/routes/sitemap.ts";
import { loader as asData } from "#app/routes/thread-json.ts";
import { loader as asMarkdown } from "#app/routes/thread-markdown.ts";
import type { Db } from "#db/open.server.ts";
import { queriesOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";
import { visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";

afterAll(stopRendering);

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

const texts: [path: string, loader: Loader][] = [
  ["/threads/1.json", asData],
  ["/threads/1.json?after=1", asData],
  ["/threads/1.md", asMarkdown],
  ["/sitemap.xml", sitemap],
  ["/sitemap.xml?part=0", sitemap],
];

function ask(db: Db, [path, loader]: (typeof texts)[number], condition?: string) {
  const args = visit(db, path, { params: { thread: "1" } });
  if (condition !== undefined) args.request.headers.set("If-None-Match", condition);
  return loader(args);
}

const markOf = (answer: Response) => answer.headers.get("ETag")!;

async function openTalk() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  await reply(forum.db, forum.ben, threadId);
  return { ...forum, threadId };
}

test.each(texts)(
  "who has the text of %s is told by one question that it has not changed",
  async (...text) => {
    const { db } = await openTalk();
    const mark = markOf(await ask(db, text));
    expect(mark).toMatch(/^W\/"[\w-]{27}"$/);
    const asked = await queriesOf(db, async (db) => {
      await ask(db, text);
      const answer = await ask(db, text, `"other", ${mark}`);
      expect([answer.status, await answer.text(), markOf(answer)]).toEqual([304, "", mark]);
    });
    const made = await queriesOf(db, (db) => ask(db, text));
    expect(asked.length - made.length).toBe(1);
    expect((await ask(db, text, '"other"')).status).toBe(200);
  },
);

test.each(texts)("whatever changes the text of %s changes its mark", async (...text) => {
  const { db, ben, threadId } = await openTalk();
  const mark = markOf(await ask(db, text));
  await reply(db, ben, threadId, { body: "And more." }, { now: START + 60 });
  const answer = await ask(db, text, mark);
  expect(answer.status).toBe(200);
  expect(markOf(answer)).not.toBe(mark);
});

test("what is not there has no mark, and is not said to be unchanged", async () => {
  const { db } = await openForum();
  for (const text of texts.slice(0, 3)) {
    const answer = await ask(db, text, "*");
    expect([answer.status, markOf(answer)]).toEqual([404, null]);
  }
  expect((await ask(db, ["/sitemap.xml?part=7", sitemap], "*")).status).toBe(404);
});
