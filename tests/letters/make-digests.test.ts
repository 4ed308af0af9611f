import type { KyselyPlugin } from "kysely";
import { expect, test } from "vitest";
import { BATCH, makeDigests } from "#app/letters/make-digests.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, openTwice, START } from "../forum.ts";
import {
  addressOf,
  confirmAddress,
  follow,
  found,
  letters,
  ORIGIN,
  reply,
  startThread,
  wishFor,
  wishOf,
} from "./people.ts";

const DAY = 86_400;
const throwIt = (error: unknown) => {
  throw error;
};

const make = (db: Db, now: number, reportError: (error: unknown) => unknown = throwIt) =>
  makeDigests(db, { origin: ORIGIN, now: () => now, reportError });

/** Nia follows a topic, and wishes for a letter every day. */
async function openWithReader() {
  const forum = await openForum();
  await confirmAddress(forum.db, forum.nia);
  await wishFor(forum.db, forum.nia);
  await follow(forum.db, forum.nia, "topic", 1);
  const { next_at } = (await wishOf(forum.db, forum.nia))!;
  return { ...forum, due: next_at! };
}

const textOf = async (db: Db) => (await letters(db))[0]?.text ?? "";

test("the letter holds what readers found most worth reading, not the latest", async () => {
  const { db, ada, ben, nia, due } = await openWithReader();
  const thread = await startThread(db, ada, { title: "Should weights be open?" });
  const good = await reply(db, ben, thread, {
    body: "The strongest case is another.",
    at: START + 90,
  });
  const latest = await reply(db, ada, thread, { body: "A late remark.", at: due - 60 });
  await found(db, good, 900_000_000);
  await found(db, latest, 100_000_000);
  await found(db, thread.post, 500_000_000);
  expect(await make(db, due)).toBe(1);
  const [letter] = await letters(db);
  expect(letter).toMatchObject({ kind: "digest", address: addressOf(nia), person_id: nia.id });
  expect(letter?.subject).toBe("[Steelman] Should weights be open?, and 1 more worth reading");
  expect(letter?.text.match(/\/posts\/\d+/g)).toEqual([`/posts/${good}`, `/posts/${thread.post}`]);
  expect(letter?.text).toContain("Ben · 21 Sept 2026 · 4 of 5 found it worth reading");
  expect(letter?.text).not.toContain("A late remark.");
  const wish = await wishOf(db, nia);
  expect(wish).toMatchObject({ since: due, next_at: due + DAY });
});

test("a first weekly letter looks back over the week before it was wished for", async () => {
  const { db, ada, nia } = await openForum();
  await confirmAddress(db, nia);
  await follow(db, nia, "topic", 1);
  const before = await startThread(db, ada, { title: "Before", at: START - 6 * DAY });
  const long = await startThread(db, ada, { title: "Long before", at: START - 8 * DAY });
  for (const { post } of [before, long]) await found(db, post, 500_000_000);
  await wishFor(db, nia, { digest: "weekly" });
  await db
    .updateTable("letter_wish")
    .set({ next_at: START + 60 })
    .execute();
  await make(db, START + 60);
  const text = await textOf(db);
  expect(text).toContain("The last week in what you follow: what readers found most worth their");
  expect(text.match(/\/posts\/\d+/g)).toEqual([`/posts/${before.post}`]);
});

test("where readers found nothing worth reading, it tells of new threads, and says so", async () => {
  const { db, ada, ben, due } = await openWithReader();
  const thread = await startThread(db, ada, { title: "Just begun" });
  await reply(db, ben, thread, { body: "A remark of a minute ago." });
  const second = await startThread(db, ben, { title: "Begun too" });
  // Seen by everybody, and nobody found it worth reading.
  await found(db, second.post, 10_000_000);
  await db
    .updateTable("tally")
    .set({ worth_count: 0 })
    .where("post_id", "=", second.post)
    .execute();
  await make(db, due);
  const [letter] = await letters(db);
  expect(letter?.subject).toBe("[Steelman] Just begun, and 1 other new thread");
  expect(letter?.text).toContain("New in what you follow");
  expect(letter?.text).not.toMatch(/worth|A remark/);
});

test("replies that nobody found worth reading are no letter", async () => {
  const { db, ada, ben, nia } = await openForum();
  await confirmAddress(db, nia);
  const thread = await startThread(db, ada, { at: START - 30 * DAY });
  await wishFor(db, nia);
  await follow(db, nia, "thread", thread.id);
  await follow(db, nia, "person", ben.id);
  await reply(db, ben, thread, { at: START + 100 });
  const { next_at } = (await wishOf(db, nia))!;
  await make(db, next_at!);
  expect(await letters(db)).toEqual([]);
});

test("text and HTML say the same", async () => {
  const { db, ada, due } = await openWithReader();
  await startThread(db, ada, { title: "Weights & <words>", body: "Ada’s first words." });
  await make(db, due);
  const [letter] = await letters(db);
  const html = letter!.html!;
  expect(html).toContain("Weights &amp; &lt;words&gt;");
  expect(html).not.toMatch(/<img|<script|url\(|@import|src=/i);
  const words = (text: string) => [...new Set(text.match(/[\p{L}’]+/gu))].sort();
  const shown = html
    .replace(/<(style|title)>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&amp;/g, "&");
  const links = (text: string) => text.match(/https:\/\/[^\s"<]+/g);
  expect(links(html)).toEqual(links(letter!.text));
  for (const word of words(shown).filter((one) => !["lt", "gt"].includes(one))) {
    expect(letter!.text).toContain(word);
  }
});

test("nothing to say: no letter, and the times move on", async () => {
  const { db, nia, due } = await openWithReader();
  expect(await make(db, due)).toBe(1);
  expect(await letters(db)).toEqual([]);
  expect(await wishOf(db, nia)).toMatchObject({ since: due, next_at: due + DAY });
  expect(await make(db, due)).toBe(0);
});

test("what was in one letter is not in the next", async () => {
  const { db, ada, due } = await openWithReader();
  const thread = await startThread(db, ada);
  await make(db, due);
  await reply(db, ada, thread, { at: due + 60 });
  await make(db, due + DAY);
  // Opened by nobody, voted on by nobody: a topic brings new threads and what is found worth reading.
  expect(await letters(db)).toHaveLength(1);
});

test.each([
  ["a thread", "thread", 1],
  ["a branch", "branch", 1],
  ["a person", "person", 0],
] as const)("what was posted in %s that one follows is in it", async (_name, kind, at) => {
  const { db, ada, ben, nia } = await openForum();
  await confirmAddress(db, nia);
  await wishFor(db, nia);
  const due = (await wishOf(db, nia))!.next_at!;
  const thread = await startThread(db, ada, { at: START - 60, topic: 2 });
  const branch = await reply(db, ben, thread, { at: START - 30 });
  await db
    .updateTable("thread")
    .set({ active_at: START + 90 })
    .execute();
  const objectId = kind === "thread" ? thread.id : kind === "branch" ? branch : ben.id;
  await follow(db, nia, kind, objectId);
  const below = await reply(db, ben, { id: thread.id, post: at ? branch : thread.post });
  await db.updateTable("post").set({ branch_id: branch }).where("id", "=", below).execute();
  await found(db, below, 500_000_000);
  await make(db, due);
  expect(await textOf(db)).toContain(`/posts/${below}`);
  expect(await textOf(db)).not.toContain(`/posts/${branch}\n`);
});

test("not in it: one's own posts, withdrawn ones, those that were read, and what is kept in sight only", async () => {
  const { db, ada, ben, nia, due } = await openWithReader();
  await startThread(db, nia, { title: "My own" });
  const withdrawn = await startThread(db, ada, { title: "Taken back" });
  await db
    .updateTable("post")
    .set({ withdrawn_at: START + 70 })
    .where("id", "=", withdrawn.post)
    .execute();
  const read = await startThread(db, ada, { title: "Read already" });
  await db
    .insertInto("thread_visit")
    .values({
      ...{ person_id: nia.id, thread_id: read.id, seen_id: 0, seen_at: START },
      ...{ latest_id: read.post, visited_at: START + 80 },
    })
    .execute();
  await follow(db, nia, "person", ben.id, "nothing");
  await startThread(db, ben, { title: "Kept in sight", topic: 2 });
  await make(db, due);
  expect(await letters(db)).toEqual([]);
});

test.each(["topic", "thread", "person", "branch", "word"] as const)(
  "a muted %s is not in it",
  async (kind) => {
    const { db, ada, ben, nia, due } = await openWithReader();
    const shown = await startThread(db, ada, { title: "Shown" });
    await found(db, shown.post, 100_000_000);
    const thread = await startThread(db, ada, { title: "Hidden", body: "Of beetroot." });
    const hidden = await reply(db, ben, thread, { body: "Beetroot again." });
    await found(db, hidden, 900_000_000);
    await db
      .insertInto("thread_topic")
      .values({
        ...{ thread_id: thread.id, topic_id: 2, position: 1 },
        ...{ started_at: START + 60, active_at: START + 120 },
      })
      .execute();
    if (kind === "word") {
      await db
        .insertInto("mute_word")
        .values({ person_id: nia.id, word: "beetroot", shown: "beetroot", muted_at: START })
        .execute();
      await db.updateTable("person").set({ mute_count: 1 }).where("id", "=", nia.id).execute();
    } else {
      const ids = { topic: 2, thread: thread.id, person: ben.id, branch: hidden };
      await follow(db, nia, kind, ids[kind], "muted");
    }
    await make(db, due);
    expect(await textOf(db)).toContain(`/posts/${shown.post}`);
    expect(await textOf(db)).not.toContain(`/posts/${hidden}`);
    expect(await textOf(db)).not.toContain("Beetroot");
  },
);

test("of one thread there are two at most, and seven in all", async () => {
  const { db, ada, ben, due } = await openWithReader();
  const busy = await startThread(db, ada, { title: "Busy" });
  for (let at = 0; at < 5; at += 1) {
    await found(db, await reply(db, ben, busy), 900_000_000 - at);
  }
  for (let at = 0; at < 9; at += 1) {
    const { post } = await startThread(db, ada, { title: `Thread ${at}` });
    await found(db, post, 500_000_000);
  }
  await make(db, due);
  const text = await textOf(db);
  expect(text.match(/\/posts\/\d+/g)).toHaveLength(7);
  expect(text.match(/^Busy$/gm)).toHaveLength(2);
});

test("counts that nobody sees yet decide nothing and are not told", async () => {
  const { db, ada, due } = await openWithReader();
  const thread = await startThread(db, ada, { title: "Counted in secret" });
  const shown = await startThread(db, ada, { title: "Shown" });
  await found(db, thread.post, 999_000_000, false);
  await found(db, shown.post, 10_000_000);
  await make(db, due);
  const text = await textOf(db);
  expect(text.match(/\/posts\/\d+/g)).toEqual([`/posts/${shown.post}`]);
});

test("unread notices are counted in one line", async () => {
  const { db, ada, nia, due } = await openWithReader();
  await startThread(db, ada);
  for (const [at, read_at] of [null, null, START].entries()) {
    await db
      .insertInto("notice")
      .values({
        ...{ person_id: nia.id, kind: "thanks", subject: `thanks:${at}`, read_at },
        ...{ began_at: START, changed_at: START, details: null },
      })
      .execute();
  }
  await make(db, due);
  expect(await textOf(db)).toContain(
    "There are 2 unread notices in your inbox:\nhttps://forum.example/inbox",
  );
});

test.each([
  ["without an address", { email: null, email_confirmed_at: null }],
  ["whose address nobody confirmed", { email_confirmed_at: null }],
  ["whose address refused three letters", { email_bounces: 3 }],
])("nothing is made for somebody %s, and their turn passes", async (_name, set) => {
  const { db, ada, nia, due } = await openWithReader();
  await startThread(db, ada);
  await db.updateTable("person").set(set).where("id", "=", nia.id).execute();
  await make(db, due);
  expect(await letters(db)).toEqual([]);
  expect((await wishOf(db, nia))?.next_at).toBe(due + DAY);
});

test("a zone that vanished is told, and the letter goes by UTC", async () => {
  const { db, ada, nia, due } = await openWithReader();
  await startThread(db, ada);
  await db.updateTable("letter_wish").set({ zone: "Mars/Olympus" }).execute();
  await make(db, due);
  expect(await textOf(db)).toContain("Mars/Olympus is known no more");
  expect((await wishOf(db, nia))?.next_at).toBe(due + DAY);
});

test("a letter says how it is stopped, to people and to mail programs", async () => {
  const { db, ada, nia, due } = await openWithReader();
  await startThread(db, ada);
  await make(db, due);
  const [letter] = await letters(db);
  const headers = JSON.parse(letter!.headers!);
  const link = new RegExp(`${ORIGIN}/unsubscribe/${nia.id}\\.digest\\.[\\w-]{43}`).exec(
    letter!.text,
  )?.[0];
  expect(headers["List-Unsubscribe"]).toBe(`<${link}>`);
  expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
});

/** A handle whose question of this number breaks, and with it all later ones where its process is killed. */
function breakingAt(db: Db, question: number, isKilled: boolean) {
  let asked = 0;
  const breaking: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      asked += 1;
      const isOver = isKilled ? asked > question : asked === question;
      if (isOver) throw new Error("broken");
      return result;
    },
  };
  return { handle: db.withPlugin(breaking) as Db, isOver: () => asked > question };
}

test("a letter that breaks is reported, holds up nobody, and is tried again an hour later", async () => {
  const { db, ada, ben, nia, due } = await openWithReader();
  await startThread(db, ada);
  await confirmAddress(db, ben);
  await wishFor(db, ben);
  await follow(db, ben, "topic", 1);
  const reported: unknown[] = [];
  const { handle } = breakingAt(db, 6, false);
  await make(handle, due, (error) => reported.push(error));
  expect(reported).toHaveLength(1);
  expect((await letters(db)).map(({ person_id }) => person_id)).toEqual([nia.id]);
  expect(await wishOf(db, ben)).toMatchObject({ since: START - DAY, next_at: due + 3600 });
  await make(db, due + 3600);
  expect(await letters(db)).toHaveLength(2);
});

test("killed after any question whatever, the next run makes each letter exactly once", async () => {
  for (let questions = 0; ; questions += 1) {
    const { db, ada, ben, nia, due } = await openWithReader();
    await startThread(db, ada);
    await confirmAddress(db, ben);
    await wishFor(db, ben);
    await follow(db, ben, "topic", 1);
    const { handle, isOver } = breakingAt(db, questions, true);
    await make(handle, due).catch(() => {});
    const before = (await letters(db)).length;
    await make(db, due + (isOver() ? 60 : 0));
    const keys = (await letters(db)).map(({ key }) => key).sort();
    expect(keys, `after ${questions} questions`).toEqual([
      `digest:${ben.id}:${START - DAY}`,
      `digest:${nia.id}:${START - DAY}`,
    ]);
    if (!isOver()) {
      expect(before).toBe(2);
      expect(questions).toBeGreaterThan(15);
      return;
    }
  }
});

test("two processes make each letter once", async () => {
  const { db, second, ada, ben, nia, mo } = await openTwice();
  await startThread(db, ada);
  for (const person of [ben, nia, mo]) {
    await confirmAddress(db, person);
    await wishFor(db, person);
    await follow(db, person, "topic", 1);
  }
  const due = (await wishOf(db, nia))!.next_at!;
  await Promise.all([make(db, due), make(second, due)]);
  expect(await letters(db)).toHaveLength(3);
});

test("people have their turn in the order of their times, a few are looked up at once", async () => {
  const { db, ada } = await openForum();
  await startThread(db, ada);
  const count = BATCH * 2 + 3;
  for (let at = 0; at < count; at += 1) {
    const name = `Reader${at}`;
    const { id } = await db
      .insertInto("person")
      .values({
        ...{ name, name_key: name.toLowerCase(), about: "", about_html: "", role: "member" },
        ...{ level: 1, joined_at: START },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await confirmAddress(db, { id, name });
    await wishFor(db, { id });
    await follow(db, { id }, "topic", 1);
    await db
      .updateTable("letter_wish")
      .set({ next_at: START + 7200 - at })
      .where("person_id", "=", id)
      .execute();
  }
  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  }, 0);
  expect(await make(db, START + 7200)).toBe(count);
  clearInterval(others);
  // Between two people others have their turn.
  expect(turns).toBeGreaterThan(5);
  const people = (await letters(db)).map(({ person_id }) => person_id);
  expect(people).toEqual([...people].sort((one, other) => other! - one!));
});
