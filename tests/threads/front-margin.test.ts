import { expect, test } from "vitest";
import { openForum } from "../forum.ts";
import { serveReading, textOf } from "../http/reading-forum.ts";

/** What an order alone says of itself. */
const orders = {
  best: "Pinned threads first",
  new: "What was started last stands first",
  active: "What was written in last stands first",
};

test("the margin of the front page tells the order of this page and of no other", async () => {
  const { db } = await openForum();
  const { ask } = await serveReading(db);
  for (const order of Object.keys(orders)) {
    const html = textOf(await ask(`/?order=${order}`));
    const told = Object.entries(orders).filter(([, words]) => html.includes(words));
    expect(told.map(([name]) => name)).toEqual([order]);
  }
});
