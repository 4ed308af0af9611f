import { expect, test } from "vitest";
import { readSubjects } from "#app/composing/read-subjects.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum } from "../forum.ts";
import { beginThread } from "../threads/thread.ts";

test("what drafts are about is read in two queries, and in none where they name nothing", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { title: "Of weights" });
  const read = (...addresses: string[]) =>
    plansOf(db, (listening) => readSubjects(listening, addresses));
  expect(await read()).toEqual([]);
  expect(await read("/threads/new", "/elsewhere")).toEqual([]);
  const reply = `/threads/${threadId}/reply`;
  expect(await read(reply)).toHaveLength(1);
  expect(await read(reply, `/posts/${openingId}/edit`)).toHaveLength(2);
  const subjectOf = await readSubjects(db, [reply, "/threads/new"]);
  expect(subjectOf(reply)).toMatchObject({ thread: { title: "Of weights" }, author: "Ada" });
  expect(subjectOf("/threads/new")).toEqual({ form: "thread", thread: null, author: null });
});
