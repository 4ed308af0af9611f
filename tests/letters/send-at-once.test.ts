import { expect, test } from "vitest";
import { sendAtOnce } from "#app/letters/send-at-once.server.ts";
import { tell } from "#app/notices/tell.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, openTwice, START } from "../forum.ts";
import {
  addressOf,
  confirmAddress,
  follow,
  letters,
  ORIGIN,
  reply,
  startThread,
  wishFor,
} from "./people.ts";

const make = (db: Db, now: number) =>
  sendAtOnce(db, {
    origin: ORIGIN,
    now: () => now,
    reportError: (error) => {
      throw error;
    },
  });

/** Ben mentions Ada in his thread; who it is goes by the notices' own hand. */
async function mention(db: Db, ben: Person, ada: Person, more: Partial<{ read_at: number }> = {}) {
  const thread = await startThread(db, ben, { title: "Records of runs" });
  const post = await reply(db, ben, thread, { body: "What does Ada say?" });
  await db.insertInto("mention").values({ post_id: post, person_id: ada.id }).execute();
  await db
    .insertInto("notice")
    .values({
      ...{ person_id: ada.id, kind: "mention", subject: `mention:thread:${thread.id}` },
      ...{ thread_id: thread.id, first_post_id: post, latest_post_id: post, from_id: ben.id },
      ...{ began_at: START + 120, changed_at: START + 120, letter_at: START + 180, ...more },
    })
    .execute();
  return { thread, post };
}

const notices = (db: Db) => db.selectFrom("notice").select(["letter_at", "read_at"]).execute();

test("a mention goes out a minute later, in the words of the inbox, once", async () => {
  const { db, ada, ben } = await openForum();
  await confirmAddress(db, ada);
  const { thread, post } = await mention(db, ben, ada);
  expect(await make(db, START + 179)).toBe(0);
  expect(await make(db, START + 180)).toBe(1);
  expect(await make(db, START + 999)).toBe(0);
  const [letter, ...others] = await letters(db);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ key: "notice:1", kind: "notice", address: addressOf(ada) });
  expect(letter?.subject).toBe("[Steelman] Ben mentioned you in “Records of runs”");
  expect(letter?.text.match(/Records of runs/g)).toHaveLength(1);
  expect(letter?.html?.match(/Records of runs/g)).toHaveLength(2);
  expect(letter?.text).toContain("Ben");
  expect(letter?.text).toContain("What does Ada say?");
  expect(letter?.text).toContain(`${ORIGIN}/posts/${post}`);
  expect(JSON.parse(letter!.headers!)).toMatchObject({
    References: `<thread.${thread.id}@forum.example>`,
    "In-Reply-To": `<thread.${thread.id}@forum.example>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  expect(await notices(db)).toEqual([{ letter_at: null, read_at: null }]);
});

test("a case about oneself goes out too", async () => {
  const { db, ada, ben } = await openForum();
  await confirmAddress(db, ada);
  await write(db, (trx) =>
    tell(trx, {
      ...{ personId: ada.id, kind: "role", subject: "role", fromId: ben.id, now: START },
      details: { before: "member", after: "moderator", reason: "Because." },
    }),
  );
  expect(await make(db, START + 60)).toBe(1);
  const [letter] = await letters(db);
  expect(letter?.address).toBe(addressOf(ada));
  expect(letter?.text).toContain("Because.");
});

test.each([
  ["who has read it here meanwhile", { read_at: START + 130 }, async () => {}],
  ["who wishes for none", {}, (db: Db, ada: Person) => wishFor(db, ada, { isAtOnce: false })],
  [
    "who stopped the kind",
    {},
    async (db: Db, { id }: Person) => {
      await db
        .insertInto("notice_stop")
        .values({ person_id: id, kind: "mention", stopped_at: START })
        .execute();
    },
  ],
  [
    "whose address is not confirmed",
    {},
    async (db: Db, { id }: Person) => {
      await db
        .updateTable("person")
        .set({ email_confirmed_at: null })
        .where("id", "=", id)
        .execute();
    },
  ],
  [
    "whose address refused three letters",
    {},
    async (db: Db, { id }: Person) => {
      await db.updateTable("person").set({ email_bounces: 3 }).where("id", "=", id).execute();
    },
  ],
  [
    "who mutes its writer by now",
    {},
    (db: Db, ada: Person) => follow(db, ada, "person", 2, "muted"),
  ],
  [
    "when its post was withdrawn",
    {},
    async (db: Db) => {
      await db.updateTable("post").set({ withdrawn_at: START }).execute();
    },
  ],
] as const)("nothing is sent to somebody %s", async (_name, more, prepare) => {
  const { db, ada, ben } = await openForum();
  await confirmAddress(db, ada);
  await mention(db, ben, ada, more);
  await prepare(db, ada);
  expect(await make(db, START + 180)).toBe(1);
  expect(await letters(db)).toEqual([]);
  expect(await notices(db)).toMatchObject([{ letter_at: null }]);
});

test("two processes send one letter of a notice", async () => {
  const { db, second, ada, ben } = await openTwice();
  await confirmAddress(db, ada);
  await mention(db, ben, ada);
  await Promise.all([make(db, START + 180), make(second, START + 180)]);
  expect(await letters(db)).toHaveLength(1);
});

test("a name cannot add to the head or the markup of a letter", async () => {
  const { db, ada, ben } = await openForum();
  await confirmAddress(db, ada);
  await mention(db, ben, ada);
  await db.updateTable("thread").set({ title: 'A "quoted"\r\nBcc: x <b>&\u202e' }).execute();
  await make(db, START + 180);
  const [letter] = await letters(db);
  expect(letter?.subject).not.toMatch(/[\r\n]/);
  expect(letter?.html).not.toContain("<b>");
  expect(letter?.html).not.toContain("\u202e");
});
