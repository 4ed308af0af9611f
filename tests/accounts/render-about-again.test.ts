import { expect, test } from "vitest";
import { changeProfile } from "#app/accounts/change-profile.server.ts";
import { renderAboutAgain } from "#app/accounts/render-about-again.server.ts";
import { openForum, START } from "../forum.ts";

const fail = (error: unknown) => {
  throw error;
};

test("what people say of themselves is made again where an older renderer made it, once", async () => {
  const { db, ada, ben } = await openForum();
  for (const person of [ada, ben]) {
    await changeProfile(db, person, { about: "I tune *harps*." }, { now: START, scale: 1 });
  }
  const read = () => db.selectFrom("person").selectAll().orderBy("id").execute();
  const before = await read();
  expect(await renderAboutAgain(db, fail)).toBe(0);
  await db
    .updateTable("person")
    .set({ about_html: "old", about_renderer: 0 })
    .where("id", "=", ada.id)
    .execute();
  expect(await renderAboutAgain(db, fail)).toBe(1);
  expect(await read()).toEqual(before);
  expect(await renderAboutAgain(db, fail)).toBe(0);
});
