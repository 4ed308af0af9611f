/** What answers of pages for reading carry, whatever becomes of them. */
import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { cookieOf, serveReading, textOf } from "./reading-forum.ts";

afterAll(stopRendering);

const always = ["content-security-policy", "x-content-type-options", "x-frame-options"];

test("pages, errors, copies that are known and what leads elsewhere carry the headers of every answer", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const forum = await serveReading(db, { throws: false });
  const page = await forum.ask(`/threads/${threadId}`);
  const known = await forum.ask(`/threads/${threadId}`, null, {
    "if-none-match": page.headers.etag!,
  });
  const none = await forum.ask("/threads/999");
  const elsewhere = await forum.ask("/people/ADA?x=1");
  const own = await forum.ask("/people/ADA", await cookieOf(db, ada));
  await db.schema.alterTable("topic").renameTo("topic_elsewhere").execute();
  const broken = await forum.ask("/topics");
  await db.schema.alterTable("topic_elsewhere").renameTo("topic").execute();
  const answers = [page, known, none, elsewhere, own, broken];
  expect(answers.map(({ status }) => status)).toEqual([200, 304, 404, 301, 301, 500]);
  for (const { headers } of answers) for (const name of always) expect(headers[name]).toBeTruthy();
  expect(broken.headers["cache-control"]).toBe("no-store");
  expect(own.headers["cache-control"]).toBe("private, no-store");
  expect(elsewhere.headers.location).toBe("/people/Ada");
  expect(known.body.length).toBe(0);
});

test("a page that was kept says at once what was written since", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const forum = await serveReading(db);
  const cookie = await cookieOf(db, ben);
  for (let count = 1; count <= 12; count += 1) {
    const body = `Reply number ${count}.`;
    await reply(db, ada, threadId, { body });
    for (const who of [null, cookie, null, cookie, cookie, cookie, cookie, cookie]) {
      expect(textOf(await forum.ask(`/threads/${threadId}`, who))).toContain(body);
    }
  }
});

test("a forum that keeps no pages shows the same ones", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const [keeps, forgets] = [await serveReading(db), await serveReading(db, { pageCache: 0 })];
  for (const path of ["/", `/threads/${threadId}`, "/topics", "/people/Ada", "/log", "/rules"]) {
    const kept = [await keeps.ask(path), await keeps.ask(path)];
    const fresh = await forgets.ask(path);
    for (const answer of kept) expect(textOf(answer)).toBe(textOf(fresh));
    expect(kept[1]!.headers.etag).toBe(fresh.headers.etag);
  }
});
