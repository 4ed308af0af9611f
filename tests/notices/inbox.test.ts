import { describe, expect, test } from "vitest";
import { LIST_NOTICES, listNotices } from "#app/notices/list-notices.server.ts";
import { placeOf, sentenceOf, whyOf } from "#app/notices/sentence.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { loader, action as markAll } from "#app/routes/inbox.tsx";
import { action as stopKind } from "#app/routes/inbox-kinds.tsx";
import { loader as open } from "#app/routes/notice.ts";
import { action as markOne } from "#app/routes/notice-read.tsx";
import { action as stop } from "#app/routes/notice-stop.tsx";
import { sendExemplary } from "#app/standing/send-exemplary.server.ts";
import { sayIt } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, START, type TestForum } from "../forum.ts";
import { errorPage, handedBack, leadsTo, visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { follow, noticesOf } from "./follow.ts";

const TITLE = "Open weights are not open source";

async function shown(db: Db, person: Person, muteCount = 0) {
  const { notices } = await listNotices(db, { id: person.id, muteCount }, "all", null);
  return notices;
}
const said = async (db: Db, person: Person, muteCount = 0) =>
  (await shown(db, person, muteCount)).map((notice) => sayIt(sentenceOf(notice)));

async function begin(forum: TestForum) {
  const { threadId, openingId } = await beginThread(forum.db, forum.ada);
  await deliverAll(forum.db);
  return { threadId, openingId };
}

describe("a notice says", () => {
  test("who wrote how many replies, as they stand now", async () => {
    const forum = await openForum();
    const { db, ada, ben, nia, mo, root } = forum;
    const { threadId } = await begin(forum);
    const first = await reply(db, ben, threadId);
    await deliverAll(db);
    expect(await said(db, ada)).toEqual([`Ben answered you in “${TITLE}”.`]);
    await reply(db, nia, threadId);
    await reply(db, mo, threadId);
    await reply(db, mo, threadId);
    await deliverAll(db);
    expect(await said(db, ada)).toEqual([`Mo, Nia and Ben wrote 4 replies to you in “${TITLE}”.`]);
    const [notice] = await shown(db, ada);
    expect(sayIt(whyOf(notice!))).toBe("Answers to you");
    expect(placeOf(notice!)).toBe(`/posts/${first}`);
    await reply(db, root, threadId);
    await withdrawPost(db, ben, first, { isRestored: false, now: START });
    await deliverAll(db);
    expect(await said(db, ada)).toEqual([`Root, Mo and Nia wrote 4 replies to you in “${TITLE}”.`]);
  });

  test("nothing of what was withdrawn", async () => {
    const forum = await openForum();
    const { db, ada, ben } = forum;
    const { threadId } = await begin(forum);
    const id = await reply(db, ben, threadId);
    await deliverAll(db);
    await withdrawPost(db, ben, id, { isRestored: false, now: START });
    const [notice] = await shown(db, ada);
    expect(JSON.stringify(notice)).not.toMatch(/Ben|weights/);
    expect(await said(db, ada)).toEqual(["What this told you was withdrawn, or taken back."]);
    const [row] = await noticesOf(db, ada);
    const led = open(visit(db, "/", { person: ada, params: { notice: `${row!.id}` } }));
    expect(await leadsTo(led)).toEqual({ status: 302, to: "/inbox" });
  });

  test("nothing of what is muted since", async () => {
    const forum = await openForum();
    const { db, ada, ben } = forum;
    const { threadId } = await begin(forum);
    const id = await reply(db, ada, threadId);
    await sendExemplary(db, ben, id, "Fair and full of tulips.", { now: START, limits: 1 });
    await reply(db, ben, threadId, { parentId: id });
    await deliverAll(db);
    await follow(db, [ada], "person", ben.id, "muted");
    const notices = await shown(db, ada, 1);
    expect(notices.map(({ state }) => state)).toEqual(["muted", "muted"]);
    expect(JSON.stringify(notices)).not.toMatch(/Ben|tulips/);
  });

  test("who thanked, and what somebody wrote in a line", async () => {
    const forum = await openForum();
    const { db, ada, ben, nia, mo, root } = forum;
    const { openingId } = await begin(forum);
    for (const person of [ben, nia, mo, root]) {
      await thankPost(db, person, openingId, { isThanked: true, now: START });
    }
    await sendExemplary(db, mo, openingId, "Fair to both sides.", { now: START + 1, limits: 1 });
    expect(await said(db, ada)).toEqual([
      `Mo found your post in “${TITLE}” exemplary.`,
      `Root, Mo, Nia and one other thanked you for your post in “${TITLE}”.`,
    ]);
    expect((await shown(db, ada))[0]!.words).toBe("Fair to both sides.");
  });

  test("that a thread is new", async () => {
    const forum = await openForum();
    const { db, ada, mo } = forum;
    await follow(db, [mo], "topic", 1, "every");
    const { threadId } = await begin(forum);
    expect(await said(db, mo)).toEqual([`Ada started “${TITLE}”.`]);
    expect(sayIt(whyOf((await shown(db, mo))[0]!))).toBe("You follow the topic Open weights");
    await reply(db, ada, threadId);
    await deliverAll(db);
    expect(await said(db, mo)).toEqual([`Ada wrote 2 posts in “${TITLE}”, a new thread.`]);
  });
});

type Page = Awaited<ReturnType<typeof loader>>;
const inbox = (db: Db, person: Person, query = "", now = START) =>
  loader(visit(db, `/inbox${query}`, { person, now })) as Promise<Page>;

describe("the inbox", () => {
  test("shows what is new first, then what was read, and older ones by its cursor", async () => {
    const forum = await openForum();
    const { db, ada, ben } = forum;
    for (let count = 0; count < LIST_NOTICES + 3; count += 1) {
      const { threadId } = await beginThread(db, ada, {}, { now: START + count });
      await reply(db, ben, threadId, {}, { now: START + count });
      await deliverAll(db, START + count);
    }
    await db.updateTable("notice").set({ read_at: START }).where("id", "<=", 2).execute();
    const first = await inbox(db, ada);
    expect(first.notices).toHaveLength(LIST_NOTICES);
    expect(first.read).toEqual([]);
    const second = await inbox(db, ada, `?after=${first.next}`);
    expect(second.notices.map(({ id }) => id)).toEqual([3]);
    expect(second.read.map(({ id }) => id)).toEqual([2, 1]);
    const all = await inbox(db, ada, "?show=all");
    const rest = await inbox(db, ada, `?show=all&after=${all.next}`);
    expect(rest.notices.map(({ id }) => id)).toEqual([3, 2, 1]);
    expect((await inbox(db, ben)).notices).toEqual([]);
  });

  test("asks whoever is not signed in to do so first", async () => {
    const { db } = await openForum();
    const page = leadsTo(loader(visit(db, "/inbox")) as Promise<unknown>);
    expect(await page).toEqual({ status: 302, to: "/sign-in?next=%2Finbox" });
  });

  test("is nobody's who is not signed in, also where their form comes back", async () => {
    const { db } = await openForum();
    const args = visit(db, "/inbox", { form: {} });
    expect((await handedBack(markAll(args))).status).toBe(401);
    expect((await (loader(args) as Promise<Page>)).notices).toEqual([]);
  });

  test("marks all as read that its page had", async () => {
    const forum = await openForum();
    const { db, ada, ben } = forum;
    const one = await begin(forum);
    const two = await begin(forum);
    await reply(db, ben, one.threadId);
    await deliverAll(db, START);
    await reply(db, ben, two.threadId);
    await deliverAll(db, START + 5);
    const form = { until: `${START}` };
    await leadsTo(markAll(visit(db, "/inbox", { person: ada, form, now: START + 9 })));
    const read = (await noticesOf(db, ada)).map(({ read_at }) => read_at);
    expect(read).toEqual([START + 9, null]);
  });
});

/** Ben answered Ada, and Mo is told by a follow. */
async function tellBoth() {
  const forum = await openForum();
  const { db, ada, ben, mo } = forum;
  const { threadId } = await begin(forum);
  await follow(db, [mo], "thread", threadId, "every");
  const postId = await reply(db, ben, threadId);
  await deliverAll(db);
  const [adas] = await noticesOf(db, ada);
  const [mos] = await noticesOf(db, mo);
  const at = (id: number, person: Person, form?: Record<string, string>) =>
    visit(db, "/", { person, params: { notice: `${id}` }, ...(form && { form }), now: START + 1 });
  return { ...forum, threadId, postId, adas: adas!, mos: mos!, at };
}

describe("one notice", () => {
  test("leads to its post, and is read then", async () => {
    const { db, ada, adas, postId, at } = await tellBoth();
    expect(await leadsTo(open(at(adas.id, ada)))).toEqual({ status: 302, to: `/posts/${postId}` });
    expect((await noticesOf(db, ada))[0]!.read_at).toBe(START + 1);
  });

  test("is marked by a press", async () => {
    const { db, ada, adas, at } = await tellBoth();
    await leadsTo(markOne(at(adas.id, ada, {})));
    expect((await noticesOf(db, ada))[0]!.read_at).toBe(START + 1);
  });

  test("leads back to the page of the inbox on which it was marked, and to nowhere else", async () => {
    const { ada, adas, at } = await tellBoth();
    const next = "/inbox?show=all&after=7-8";
    expect((await leadsTo(markOne(at(adas.id, ada, { next })))).to).toBe(next);
    const away = at(adas.id, ada, { next: "//elsewhere.example" });
    expect((await leadsTo(markOne(away))).to).toBe("/inbox");
  });

  test("marked by its key leads on to the notice after it", async () => {
    const { ada, adas, at } = await tellBoth();
    const next = "/inbox?show=all";
    const marked = markOne(at(adas.id, ada, { next, after: "7" }));
    expect((await leadsTo(marked)).to).toBe(`${next}#notice-7`);
  });

  test("offers no press that stops what is stopped already", async () => {
    const { db, ada, mo, adas, mos, at } = await tellBoth();
    const stopped = async (person: Person) => (await inbox(db, person)).stopped;
    expect([await stopped(ada), await stopped(mo)]).toEqual([[], []]);
    await leadsTo(stop(at(adas.id, ada, {})));
    await leadsTo(stop(at(mos.id, mo, {})));
    expect([await stopped(ada), await stopped(mo)]).toEqual([[adas.id], [mos.id]]);
  });

  test("of somebody else is neither read, marked nor stopped", async () => {
    const { db, ada, ben, mo, adas, mos, at } = await tellBoth();
    const before = [await noticesOf(db, ada), await noticesOf(db, mo)];
    for (const [id, person] of [
      [adas.id, mo],
      [mos.id, ada],
      [adas.id, ben],
      [999, ada],
    ] as const) {
      expect((await errorPage(open(at(id, person)))).status).toBe(404);
      expect((await handedBack(markOne(at(id, person, {})))).status).toBe(404);
      expect((await handedBack(stop(at(id, person, {})))).status).toBe(404);
    }
    expect([await noticesOf(db, ada), await noticesOf(db, mo)]).toEqual(before);
    expect(await db.selectFrom("notice_stop").selectAll().execute()).toEqual([]);
    expect(await levels(db)).toEqual(["every"]);
  });

  test("stops its kind, until that is undone", async () => {
    const { db, ada, ben, threadId, adas, at } = await tellBoth();
    const led = await leadsTo(stop(at(adas.id, ada, {})));
    expect(led.to).toBe(`/inbox?stopped=${adas.id}&was=kind`);
    expect((await inbox(db, ada, led.to!.slice(6))).undo?.was).toBe("kind");
    expect((await inbox(db, ada)).stops).toEqual(["reply"]);
    await markAll(visit(db, "/inbox", { person: ada, form: {} }));
    await reply(db, ben, threadId);
    await deliverAll(db);
    expect(await noticesOf(db, ada)).toHaveLength(1);
    await leadsTo(stop(at(adas.id, ada, { undo: "kind" })));
    await reply(db, ben, threadId);
    await deliverAll(db);
    expect(await noticesOf(db, ada)).toHaveLength(2);
  });

  test("stops the notices of what is followed, which is followed on", async () => {
    const { db, mo, mos, at } = await tellBoth();
    const led = await leadsTo(stop(at(mos.id, mo, {})));
    expect(led.to).toBe(`/inbox?stopped=${mos.id}&was=every`);
    expect(await levels(db)).toEqual(["nothing"]);
    expect((await leadsTo(stop(at(mos.id, mo, {})))).to).toMatch(/was=none$/);
    await leadsTo(stop(at(mos.id, mo, { undo: "muted" })));
    expect(await levels(db)).toEqual(["nothing"]);
    await leadsTo(stop(at(mos.id, mo, { undo: "every" })));
    expect(await levels(db)).toEqual(["every"]);
    expect(await db.selectFrom("notice_stop").selectAll().execute()).toEqual([]);
  });
});

const levels = async (db: Db) =>
  (
    await db
      .selectFrom("follow")
      .select("level")
      .where("kind", "=", "thread")
      .where("is_by_writing", "=", 0)
      .where("person_id", "=", 4)
      .execute()
  ).map(({ level }) => level);

test("a kind is stopped and started by its name; what is no kind is refused", async () => {
  const { db, ada } = await openForum();
  const press = (form: Record<string, string>) =>
    stopKind(visit(db, "/inbox/kinds", { person: ada, form }));
  await leadsTo(press({ kind: "thanks", stopped: "1" }));
  await leadsTo(press({ kind: "thanks", stopped: "1" }));
  expect((await inbox(db, ada)).stops).toEqual(["thanks"]);
  for (const wrong of [
    { kind: "thread", stopped: "1" },
    { kind: "x", stopped: "1" },
    { kind: "thanks" },
  ]) {
    expect((await handedBack(press(wrong as never))).status).toBe(422);
  }
  expect((await inbox(db, ada)).stops).toEqual(["thanks"]);
  await leadsTo(press({ kind: "thanks", stopped: "0" }));
  expect((await inbox(db, ada)).stops).toEqual([]);
});
