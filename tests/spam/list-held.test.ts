import { expect, test } from "vitest";
import { countForModerator, countWaiting } from "#app/desk/count-waiting.server.ts";
import { readRecord } from "#app/desk/read-record.server.ts";
import { listHeld } from "#app/spam/list-held.server.ts";
import { cast } from "../cast.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { openCounted } from "../threads/touched.ts";

const [adaOfCast, niaOfCast] = ["Ada", "Nia"].map(
  (name) => cast.find((person) => person.name === name)!,
);

test("of posts that are held, however many, only the texts of the page are looked for", async () => {
  const { db, touched } = await openCounted(["kept_text"]);
  const { threadId } = await beginThread(db, adaOfCast!);
  const held: number[] = [];
  for (let turn = 0; turn < 34; turn += 1) {
    const body = `See https://quillworks.example/weights-${turn} for all of it.`;
    held.push(await reply(db, niaOfCast!, threadId, { body }));
  }
  expect((await listHeld(db)).map(({ id }) => id)).toEqual(held.slice(0, 30));
  expect(await touched(listHeld)).toBe(30);
});

test("a post that is held is counted under spam and in its newcomer's record, and not in what moderators are told on every page", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await reply(db, nia, threadId, { body: "See https://quillworks.example/weights for all of it." });
  expect((await countWaiting(db)).parts).toMatchObject({ waiting: 0, spam: 1 });
  expect(await countForModerator(db)).toBe(0);
  expect(await readRecord(db, nia.id, START)).toMatchObject({
    postCount: 1,
    acts: [{ kind: "hold", count: 1, undone: 0 }],
  });
});
