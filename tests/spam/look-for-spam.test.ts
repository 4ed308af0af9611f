import { expect, test } from "vitest";
import { deliverEvents } from "#app/events/deliver.server.ts";
import { findCase, takeStep } from "#app/moderation/take-step.server.ts";
import type { Person } from "#app/permissions.ts";
import { findHeld } from "#app/spam/find-held.server.ts";
import { releaseHeld } from "#app/spam/release-held.server.ts";
import { sweepPrints } from "#app/spam/sweep-prints.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, reply, rowOf, sending } from "../threads/thread.ts";

const linked = "See https://quillworks.example/weights for all of it.";
const long =
  "Whoever wants cheap graphics cards should write to us at once, for there are not many left of them.";
const HALF_A_DAY = 12 * 3600;

const stateOf = async (db: Db, id: number) => (await rowOf(db, "post", id)).state;

async function addNewcomer(db: Db, name: string): Promise<Person> {
  const joinedAt = START - 3600;
  const { id } = await db
    .insertInto("person")
    .values({
      ...{ name, name_key: name.toLowerCase(), role: "member", level: 0, about: "" },
      ...{ about_html: "", joined_at: joinedAt },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, name, role: "member", level: 0, joinedAt };
}

test("a newcomer's first post with links waits for a look, half a day at most, and its text is nowhere meanwhile", async () => {
  const { db, ada, nia, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, nia, threadId, { body: linked });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "held", body: "", html: "" });
  const { case: cases, action, event, kept_text } = await everything(db);
  expect(cases).toMatchObject([
    {
      ...{ kind: "spam", state: "held", is_found: 1, waits_for: "moderator", flag_count: 0 },
      ...{ post_id: id, due_at: START + HALF_A_DAY },
    },
  ]);
  expect(action).toMatchObject([
    {
      ...{ kind: "hold", office: "clock", by_id: null, about_id: nia.id, rule_id: null },
      until_at: START + HALF_A_DAY,
    },
  ]);
  expect(event.find((one) => one.id === action[0]!.id)!.kind).toBe("post-held");
  expect(kept_text).toMatchObject([{ post_id: id, why: "away", body: linked }]);
  const told = await db.selectFrom("notice").select(["person_id", "kind"]).execute();
  expect(told).toEqual(
    expect.arrayContaining([
      { person_id: nia.id, kind: "decision" },
      { person_id: mo.id, kind: "case" },
      { person_id: root.id, kind: "case" },
    ]),
  );
});

test("its writer is told why it waits and until when; nobody else is asked about", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada, { body: linked });
  expect(await findHeld(db, ada, START)).toBe(null);
  await reply(db, nia, threadId, { body: linked });
  expect(await findHeld(db, nia, START)).toMatchObject({
    ...{ key: "spam.held", values: { count: 12, unit: "hours" } },
  });
  expect(await findHeld(db, nia, START + 60)).toBe(null);
});

test("a newcomer's thread about an address waits too, and no list tells its title", async () => {
  const { db, nia } = await openForum();
  const { threadId } = await beginThread(db, nia, { url: "https://quillworks.example/sale" });
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ hidden_at: START, url: null });
});

test("half a day later it is shown by itself, and the newcomer's next links are", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, nia, threadId, { body: linked });
  const again = await reply(db, nia, threadId, { body: "And https://other.example too." });
  expect(await stateOf(db, again)).toBe("held");
  const [held] = (await everything(db)).case;
  const now = START + HALF_A_DAY;
  await write(db, async (trx) => {
    await takeStep(trx, await findCase(trx, held!.id), "time", { now });
  });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body: linked });
  const third = await reply(db, nia, threadId, { body: "Or https://third.example." }, { now });
  expect(await stateOf(db, third)).toBe("published");
});

test("who is no newcomer posts links as they like, and leaves no prints", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada, { body: `${linked} ${long}` });
  for (let count = 0; count < 4; count++) await reply(db, ben, threadId, { body: linked });
  const { case: cases, print } = await everything(db);
  expect([cases, print]).toEqual([[], []]);
});

test("the same text again within a day is held, whichever newcomer posts it", async () => {
  const { db, ada, nia } = await openForum();
  const other = await addNewcomer(db, "Another");
  const { threadId } = await beginThread(db, ada);
  const first = await reply(db, nia, threadId, { body: long });
  const second = await reply(db, other, threadId, { body: `**${long}**` }, { now: START + 60 });
  expect(await stateOf(db, first)).toBe("published");
  expect(await stateOf(db, second)).toBe("held");
  const late = { now: START + 60 + 24 * 3600 };
  const third = await reply(db, nia, threadId, { body: long }, late);
  expect(await stateOf(db, third)).toBe("published");
});

test("a link that several newcomers post goes to the queue and stays to be read", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const ids: number[] = [];
  for (const name of ["One", "Two", "Three", "Four"]) {
    const person = await addNewcomer(db, name);
    await reply(db, person, threadId, { body: "Read https://first.example before." });
    // Somebody has let their first links go.
    await db
      .updateTable("post")
      .set({ state: "published", html: '<a href="https://a.example">' })
      .where("author_id", "=", person.id)
      .execute();
    ids.push(await reply(db, person, threadId, { body: "The paper: https://paper.example/1" }));
  }
  const states = await Promise.all(ids.map((id) => stateOf(db, id)));
  expect(states).toEqual(["published", "published", "published", "published"]);
  const found = (await everything(db)).case.filter(({ state }) => state === "open");
  expect(found).toMatchObject([{ kind: "spam", post_id: ids[3], is_found: 1 }]);
});

test("a newcomer who posts eight times within ten minutes stands in the queue once", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (let count = 0; count < 10; count++) await reply(db, nia, threadId, { body: `No. ${count}` });
  const { case: cases, post } = await everything(db);
  expect(cases).toMatchObject([{ kind: "spam", state: "open", is_found: 1 }]);
  expect(post.filter(({ state }) => state !== "published")).toEqual([]);
});

test("links that come by an edit wait for a look as well", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, nia, threadId);
  const draft = { body: linked, title: null, topics: null, version: 1 };
  await editPost(db, nia, id, draft, sending({ now: START + 60 }));
  expect(await stateOf(db, id)).toBe("held");
});

test("a moderator or a member of level 2 lets it go, nobody else does, and once is enough", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, nia, threadId, { body: linked });
  expect(await refusalOf(db, () => releaseHeld(db, ben, id, START))).toEqual({
    ...{ status: 403, key: "spam.let-go.level" },
  });
  const trusted = { ...ben, level: 2 };
  expect(await refusalOf(db, () => releaseHeld(db, trusted, id, START))).toEqual({
    ...{ status: 403, key: "spam.let-go.level" },
  });
  await db.updateTable("person").set({ level: 2 }).where("id", "=", ben.id).execute();
  await releaseHeld(db, trusted, id, START + 60);
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body: linked });
  const { action, event } = await everything(db);
  expect(action.at(-1)).toMatchObject({ kind: "release", office: "members", by_id: null });
  expect(event.at(-1)).toMatchObject({ kind: "post-released", person_id: null });
  expect(await refusalOf(db, () => releaseHeld(db, mo, id, START + 60))).toEqual({
    ...{ status: 409, key: "spam.let-go.over" },
  });
});

test("people are told of a post once it is let go, not while it waits, and of one that was shown before never twice", async () => {
  const { db, ada, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const toldAda = async () => {
    await deliverEvents(db, START + 90, () => "");
    const told = await db
      .selectFrom("notice")
      .select(["kind", "latest_post_id", "count"])
      .where("person_id", "=", ada.id)
      .execute();
    return told;
  };
  const id = await reply(db, nia, threadId, { body: linked });
  expect(await toldAda()).toEqual([]);
  await releaseHeld(db, mo, id, START + 60);
  const once = [{ kind: "reply", latest_post_id: id, count: 1 }];
  expect(await toldAda()).toEqual(once);
  await db
    .updateTable("post")
    .set({ html: "", body: "Without.", posted_at: START - 1 })
    .execute();
  const draft = { body: "Or https://other.example.", title: null, topics: null, version: 1 };
  await editPost(db, nia, id, draft, sending({ now: START + 70 }));
  expect(await stateOf(db, id)).toBe("held");
  await releaseHeld(db, mo, id, START + 80);
  expect(await toldAda()).toEqual(once);
});

test("nobody lets their own post go", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, nia, threadId, { body: linked });
  const risen = { ...nia, level: 2 };
  await db.updateTable("person").set({ level: 2 }).where("id", "=", nia.id).execute();
  expect(await refusalOf(db, () => releaseHeld(db, risen, id, START))).toEqual({
    ...{ status: 403, key: "spam.let-go.own" },
  });
});

test("prints are forgotten after a day", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await reply(db, nia, threadId, { body: `${linked} ${long}` });
  expect((await everything(db)).print).toHaveLength(2);
  expect(await sweepPrints(db, START + 24 * 3600 - 1)).toBe(0);
  expect(await sweepPrints(db, START + 24 * 3600)).toBe(2);
});
