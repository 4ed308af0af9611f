import { expect, test } from "vitest";
import { changeWish } from "#app/letters/change-wish.server.ts";
import { readWish } from "#app/letters/read-wish.server.ts";
import { readUnsubscribe, unsubscribe } from "#app/letters/unsubscribe.server.ts";
import {
  openStop,
  readLetterSecret,
  type Stop,
  sealStop,
} from "#app/letters/unsubscribe-token.server.ts";
import { readWish as readForm, USUAL, type Wish } from "#app/letters/wish.ts";
import { inZone } from "#app/letters/zone.ts";
import { WrongForm } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { follow, wishFor } from "./people.ts";

const DAY = 86_400;
const setting = { now: START, scale: 1 };
const daily: Wish = {
  isAtOnce: false,
  digest: "daily",
  weekday: 3,
  hour: 7,
  zone: "Asia/Kathmandu",
};
const fields = {
  "at-once": "1",
  digest: "weekly",
  weekday: "0",
  hour: "23",
  zone: "Europe/Lisbon",
};
const read = (typed: Record<string, string>) => readForm(new URLSearchParams(typed));

test("whoever chose nothing gets mentions at once and no regular letter", async () => {
  const { db, ada } = await openForum();
  expect(await readWish(db, ada.id)).toEqual({ ...USUAL, nextAt: null, isChosen: false });
});

test("what somebody wishes for is kept, with the time of the next letter", async () => {
  const { db, ada } = await openForum();
  await changeWish(db, ada, daily, setting);
  const kept = await readWish(db, ada.id);
  expect(kept).toMatchObject({ ...daily, isChosen: true });
  expect(new Date(kept.nextAt! * 1000).toISOString()).toBe("2026-09-22T01:15:00.000Z");
  await changeWish(db, ada, { ...daily, digest: "none" }, setting);
  expect((await readWish(db, ada.id)).nextAt).toBeNull();
});

test("a first letter looks back over a day or a week; another rhythm goes on from the last letter", async () => {
  const { db, ada } = await openForum();
  const since = async () =>
    (await db.selectFrom("letter_wish").select("since").executeTakeFirstOrThrow()).since;
  await changeWish(db, ada, daily, setting);
  await changeWish(db, ada, { ...daily, digest: "weekly" }, { ...setting, now: START + 100 });
  expect(await since()).toBe(START - DAY);
  await changeWish(db, ada, { ...daily, digest: "none" }, { ...setting, now: START + 200 });
  await changeWish(db, ada, daily, { ...setting, now: START + 300 });
  expect(await since()).toBe(START + 300 - DAY);
});

test("whoever stopped regular letters and wishes for them again is told nothing twice", async () => {
  const { db, ada } = await openForum();
  await changeWish(db, ada, { ...daily, digest: "none" }, setting);
  await changeWish(db, ada, { ...daily, digest: "weekly" }, setting);
  const since = () => db.selectFrom("letter_wish").select("since").executeTakeFirst();
  expect(await since()).toEqual({ since: START - 7 * DAY });
  await db.updateTable("letter_wish").set({ since: START }).execute();
  await changeWish(db, ada, { ...daily, digest: "none" }, { ...setting, now: START + 200 });
  await changeWish(db, ada, daily, { ...setting, now: START + 300 });
  expect(await since()).toEqual({ since: START });
});

test("the form is read whole", () => {
  expect(read(fields)).toEqual({
    ...{ isAtOnce: true, digest: "weekly", weekday: 0, hour: 23, zone: "Europe/Lisbon" },
  });
  const { "at-once": _, ...without } = fields;
  expect(read(without).isAtOnce).toBe(false);
});

test.each([
  ["zone", "Mars/Olympus"],
  ["zone", ""],
  ["zone", "+02:00"],
  ["hour", "24"],
  ["hour", "-1"],
  ["hour", ""],
  ["hour", "7.5"],
  ["weekday", "7"],
  ["weekday", "x"],
  ["digest", "hourly"],
  ["digest", ""],
])("%s=%s is told beside its field", (name, value) => {
  try {
    read({ ...fields, [name]: value });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(WrongForm);
    expect(Object.keys((error as WrongForm).problems)).toEqual([name]);
  }
});

const token = async (db: Db, id: number, stop: Stop) =>
  sealStop(await readLetterSecret(db), id, stop);

test("one press stops the regular letter; once more says that it was stopped", async () => {
  const { db, nia } = await openForum();
  await wishFor(db, nia);
  const link = await token(db, nia.id, { kind: "digest" });
  expect(await readUnsubscribe(db, link)).toEqual({ kind: "digest", isStopped: false });
  expect(await unsubscribe(db, link, START)).toEqual({ kind: "digest", wasStopped: false });
  expect(await readWish(db, nia.id)).toMatchObject({
    digest: "none",
    nextAt: null,
    isAtOnce: true,
  });
  expect(await readUnsubscribe(db, link)).toEqual({ kind: "digest", isStopped: true });
  expect(await unsubscribe(db, link, START)).toEqual({ kind: "digest", wasStopped: true });
});

test("one press stops what comes at once, also for whoever never chose", async () => {
  const { db, nia } = await openForum();
  const link = await token(db, nia.id, { kind: "at-once" });
  expect(await unsubscribe(db, link, START)).toMatchObject({ wasStopped: false });
  expect(await readWish(db, nia.id)).toMatchObject({ isAtOnce: false, digest: "none" });
});

test("one press stops what a follow brings, and keeps it in sight", async () => {
  const { db, nia } = await openForum();
  await follow(db, nia, "topic", 1);
  const link = await token(db, nia.id, { kind: "follow", of: "topic", objectId: 1 });
  expect(await unsubscribe(db, link, START)).toMatchObject({ kind: "follow", wasStopped: false });
  const kept = await db.selectFrom("follow").select("level").execute();
  expect(kept).toEqual([{ level: "nothing" }]);
  expect(await unsubscribe(db, link, START)).toMatchObject({ wasStopped: true });
});

test("a link that was altered, cut or made for another stops nothing", async () => {
  const { db, ada, nia } = await openForum();
  await wishFor(db, nia);
  const link = await token(db, nia.id, { kind: "digest" });
  const seal = link.split(".").at(-1)!;
  for (const wrong of [
    link.slice(0, -1),
    `${link}A`,
    `${ada.id}.digest.${seal}`,
    `${nia.id}.at-once.${seal}`,
    `${nia.id}.digest.${seal.replace(/./, (sign) => (sign === "A" ? "B" : "A"))}`,
    link.toUpperCase(),
    `0${link}`,
    "",
    "x",
    await token(db, 999, { kind: "digest" }),
  ]) {
    const refused = { status: 404, said: { key: "letters.stop.wrong" } };
    await expect(readUnsubscribe(db, wrong)).rejects.toMatchObject(refused);
    await expect(unsubscribe(db, wrong, START)).rejects.toMatchObject(refused);
  }
  expect((await readWish(db, nia.id)).digest).toBe("daily");
});

test("what a link says of whose it is, is sealed; another forum's seal opens nothing here", () => {
  const stop: Stop = { kind: "follow", of: "thread", objectId: 12 };
  expect(openStop("one", sealStop("one", 7, stop))).toEqual({ personId: 7, stop });
  expect(openStop("other", sealStop("one", 7, stop))).toBeNull();
});

test("two processes make one secret", async () => {
  const { db, second } = await openTwice();
  const [one, other] = await Promise.all([readLetterSecret(db), readLetterSecret(second)]);
  expect(one).toBe(other);
  expect(one).toMatch(/^[\w-]{43}$/);
});

test("who merely stopped letters chose no time zone", async () => {
  const { db, nia } = await openForum();
  await unsubscribe(db, await token(db, nia.id, { kind: "at-once" }), START);
  expect(await readWish(db, nia.id)).toMatchObject({ isAtOnce: false, isChosen: false });
});

test("the time of the next letter is told by the clock that it goes by, with its zone", () => {
  const at = Date.UTC(2026, 10, 23, 8) / 1000;
  expect(inZone("Asia/Kathmandu", at)).toBe("23 Nov 2026, 13:45 (Asia/Kathmandu)");
  expect(inZone("Nowhere/Town", at)).toBe("23 Nov 2026, 08:00 (UTC)");
});
