import { expect, test } from "vitest";
import { keepDelivering } from "#app/events/keep-delivering.server.ts";
import { action } from "#app/routes/thread-new.tsx";
import { openForum, START, type TestForum } from "../forum.ts";
import { handedBack, leadsTo, visit } from "../routes/visit.ts";
import { beginThread } from "../threads/thread.ts";
import { waiting } from "./events.ts";

/** The forum as it runs, with what it reported. */
function run({ db }: TestForum) {
  const reported: string[] = [];
  const reportError = (error: unknown, where: string) => {
    reported.push(`${where}: ${(error as Error).message}`);
    return "reference";
  };
  return { ...keepDelivering({ db, now: () => START, reportError }), reported };
}

test("however many ask, all that waits is delivered, and what comes meanwhile", async () => {
  const forum = await openForum();
  const { deliver, reported } = run(forum);
  for (let count = 0; count < 15; count += 1) await beginThread(forum.db, forum.ada);
  const asked = [deliver(), deliver(), deliver()];
  await beginThread(forum.db, forum.ada);
  await Promise.all([...asked, deliver()]);
  expect(await waiting(forum.db)).toEqual([]);
  expect(reported).toEqual([]);
});

test("once it is stopped a process takes up nothing more", async () => {
  const forum = await openForum();
  const { deliver, stop } = run(forum);
  for (let count = 0; count < 15; count += 1) await beginThread(forum.db, forum.ada);
  const delivering = deliver();
  await stop();
  // A busy machine may take longer for it than a stop waits.
  await delivering;
  // What was taken was delivered; the rest lies ready for others.
  const left = await waiting(forum.db);
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(15);
  expect(left.every(({ attempts }) => attempts === 0)).toBe(true);
  await deliver();
  expect(await waiting(forum.db)).toEqual(left);
});

test("what cannot be delivered is told, and rejects nobody", async () => {
  const forum = await openForum();
  const { deliver, reported } = run(forum);
  await forum.db.schema.dropTable("delivery").execute();
  await deliver();
  expect(reported).toEqual([expect.stringMatching(/^delivery of events: .*delivery/)]);
});

test("a deed that came through the door is followed by its delivery, one that was refused is not", async () => {
  const forum = await openForum();
  const { deliver, stop } = run(forum);
  const send = (form: Record<string, string>) => {
    const args = visit(forum.db, "/threads/new", { person: forum.ada, form });
    let asked = 0;
    args.context.forum.deliver = () => {
      asked += 1;
      return deliver();
    };
    return { answer: action(args), asked: () => asked };
  };
  const refused = send({ title: "", body: "", topics: "" });
  await handedBack(refused.answer);
  expect(refused.asked()).toBe(0);
  const form = { title: "Distilled models", body: "Do they?", topics: "Licences" };
  const started = send(form);
  expect((await leadsTo(started.answer)).status).toBe(302);
  expect(started.asked()).toBe(1);
  await stop();
  expect(await waiting(forum.db)).toEqual([]);
  expect(await forum.db.selectFrom("title_word").select("word").execute()).toHaveLength(2);
});
