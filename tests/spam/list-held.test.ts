import { expect, test } from "vitest";
import { listHeld } from "#app/spam/list-held.server.ts";
import { cast } from "../cast.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { openCounted } from "../threads/touched.ts";

const [ada, nia] = ["Ada", "Nia"].map((name) => cast.find((person) => person.name === name)!);

test("of posts that are held, however many, only the texts of the page are looked for", async () => {
  const { db, touched } = await openCounted(["kept_text"]);
  const { threadId } = await beginThread(db, ada!);
  const held: number[] = [];
  for (let turn = 0; turn < 34; turn += 1) {
    const body = `See https://quillworks.example/weights-${turn} for all of it.`;
    held.push(await reply(db, nia!, threadId, { body }));
  }
  expect((await listHeld(db)).map(({ id }) => id)).toEqual(held.slice(0, 30));
  expect(await touched(listHeld)).toBe(30);
});
