/** Thanks that are muted or taken back, and what the notice says of the others. */
import { expect, test } from "vitest";
import { listNotices } from "#app/notices/list-notices.server.ts";
import { sentenceOf } from "#app/notices/sentence.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { sayIt } from "#app/strings/say.ts";
import { openForum, START } from "../forum.ts";
import { beginThread } from "../threads/thread.ts";
import { follow, noticesOf, toldTo } from "./follow.ts";

/** Ada's post, for which others press. */
async function begin() {
  const forum = await openForum();
  const { db, ada } = forum;
  const { openingId } = await beginThread(db, ada);
  const press = (by: Person, isThanked: boolean, after = 0) =>
    thankPost(db, by, openingId, { isThanked, now: START + after });
  async function mute(person: Person) {
    await follow(db, [ada], "person", person.id, "muted");
    await db
      .updateTable("person")
      .set((eb) => ({ mute_count: eb("mute_count", "+", 1) }))
      .where("id", "=", ada.id)
      .execute();
  }
  async function said(muteCount = 1) {
    const { notices } = await listNotices(db, { id: ada.id, muteCount }, "all", null);
    return notices.map((notice) => sayIt(sentenceOf(notice)));
  }
  return { ...forum, press, mute, said };
}

const thanked = (names: string) => [
  `${names} thanked you for your post in “Open weights are not open source”.`,
];

test("whom one mutes is not named among those who thanked, and hides none of them", async () => {
  const { db, ada, ben, nia, mo, press, mute, said } = await begin();
  await mute(ben);
  await press(nia, true);
  await press(ben, true, 5);
  expect(await said()).toEqual(thanked("Nia"));
  await press(mo, true, 6);
  expect(await said()).toEqual(thanked("Mo and Nia"));
  await mute(nia);
  expect(await said(2)).toEqual(thanked("Mo"));
  await mute(mo);
  expect(await said(3)).toEqual(["This is about something that you mute."]);
  expect(await toldTo(db, ada)).toEqual(["thanks 2"]);
});

test("a muted person who takes their thanks back takes no other's notice with them", async () => {
  const { db, ada, ben, nia, press, mute, said } = await begin();
  await mute(ben);
  await press(nia, true);
  await press(ben, true, 5);
  await press(ben, false, 6);
  expect(await toldTo(db, ada)).toEqual(["thanks 1"]);
  expect(await said()).toEqual(thanked("Nia"));
});

test("thanks that were read and are taken back leave the unread ones of others", async () => {
  const { db, ada, ben, nia, press } = await begin();
  await press(nia, true);
  await db
    .updateTable("notice")
    .set({ read_at: START + 1 })
    .execute();
  await press(ben, true, 5);
  await press(nia, false, 6);
  expect(await noticesOf(db, ada)).toMatchObject([
    { count: 1, read_at: START + 1 },
    { count: 1, read_at: null },
  ]);
  await press(ben, false, 7);
  expect(await noticesOf(db, ada)).toMatchObject([{ read_at: START + 1 }]);
});

test("where all who thanked took it back, nobody is named", async () => {
  const { db, ben, nia, press, said } = await begin();
  await press(nia, true);
  await press(ben, true);
  await db.updateTable("notice").set({ read_at: START }).execute();
  await press(ben, false);
  expect(await said(0)).toEqual(thanked("Nia"));
  await press(nia, false);
  expect(await said(0)).toEqual(["What this told you was withdrawn, or taken back."]);
});
