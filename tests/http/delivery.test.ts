/** What follows from a deed follows, though the process that did the deed is killed. */
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { newDatabase, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { startThread } from "./written.ts";

/** Whether a thread is found by the words of its title, which are taken after its deed. */
async function isFound(visitor: Visitor, title: string) {
  const { body } = await visitor.get(`/threads/similar.json?title=${encodeURIComponent(title)}`);
  return body.includes(title);
}

test("threads of a process that was killed are found by the next", async () => {
  const database = await newDatabase();
  onTestFinished(() => database.discard());
  const first = await startServer({ database: database.address });
  const ada = await new Visitor(first.origin).signUp("Ada");
  const kept: string[] = [];
  const post = async (title: string) => {
    await startThread(ada, { title });
    kept.push(title);
    if (kept.length === 5) void first.stop("SIGKILL");
  };
  const titles = Array.from({ length: 10 }, (_, at) => `Subject${at} and its licences`);
  await Promise.allSettled(titles.map(post));
  expect(await first.stop("SIGKILL")).toBe(128);
  expect(kept.length).toBeGreaterThanOrEqual(5);

  const db = openDatabase(database.address);
  // As if the lease of what the killed process had taken were over.
  await db.updateTable("delivery").set({ next_at: 0 }).execute();
  await db.destroy();
  const second = await startServer({ database: database.address });
  const ben = await new Visitor(second.origin).signUp("Ben");
  for (const title of kept) {
    await expect.poll(() => isFound(ben, title), { timeout: 10_000 }).toBe(true);
  }
  expect(await second.stop()).toBe(0);
});
