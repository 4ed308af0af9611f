import { expect, test } from "vitest";
import { loader } from "#app/routes/log.tsx";
import { openForum, START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";

test("somebody who is suspended reads so over every page, until when, and where to appeal; others do not", async () => {
  const { db, ada, ben } = await openForum();
  const read = (person: typeof ada) => openPage(db, loader.page, person);
  const page = await read({ ...ben, suspendedUntil: START + 86_400 });
  expect(page).toMatchObject({
    own: { flash: expect.stringMatching(/You are suspended until \d+ .*\/inbox\?show=decisions/) },
  });
  for (const person of [ada, { ...ben, suspendedUntil: START }]) {
    expect((await read(person)) as object).not.toHaveProperty("own.flash");
  }
});
