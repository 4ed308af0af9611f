/** Whoever was flagged never learns who did it (attack case AC-104), nor does anybody else but moderators. */
import { expect, test } from "vitest";
import { loader as log } from "#app/routes/log.tsx";
import { loader as person } from "#app/routes/person.tsx";
import { loader as thread } from "#app/routes/thread.tsx";
import { openForum, START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";
import { beginThread, everything } from "../threads/thread.ts";
import { flag, sees } from "./flagging.ts";

test("nothing but the flag itself names who flagged: no event, act, case or notice", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const before = await everything(db);
  await flag(db, ben, openingId, {}, { scorer: sees(0.95) });
  await flag(db, mo, openingId, {}, { scorer: sees(0.95) });
  const { flag: _, ...after } = await everything(db);
  const written = Object.entries(after).flatMap(([table, rows]) => {
    const old = new Set(before[table as keyof typeof after].map((row) => JSON.stringify(row)));
    return (rows as object[]).filter((row) => !old.has(JSON.stringify(row)));
  });
  const people = written.flatMap((row) =>
    Object.entries(row)
      .filter(
        ([name, value]) => /^(person|author|by|about|from|decided_by)_id$/.test(name) && value,
      )
      .map(([, value]) => value),
  );
  expect(new Set(people)).toEqual(new Set([ada.id]));
  const notices = await db.selectFrom("notice").select(["person_id", "from_id"]).execute();
  expect(notices.length).toBeGreaterThan(0);
  expect(notices.filter(({ from_id }) => from_id !== null)).toEqual([]);
});

test("neither the thread nor the log nor a profile tells it to the author", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId, threadId } = await beginThread(db, ada);
  await flag(db, ben, openingId, { reason: "threat", note: "I saw it first." });
  const pages = [
    await openPage(db, thread.page, ada, { part: String(threadId) }),
    await openPage(db, log.page, ada),
    await openPage(db, person.page, ada, { part: "Ada" }),
  ];
  for (const page of pages) {
    const { html, own } = page as { html: string; own?: object };
    const told = html + JSON.stringify(own ?? {});
    expect(told).not.toContain("Ben");
    expect(told).not.toContain("I saw it first.");
  }
  const ofBen = (await openPage(db, person.page, ada, { part: "Ben", now: START })) as {
    html: string;
  };
  expect(ofBen.html).not.toContain("flag");
});

test("twenty newcomers who flag one post are one case with twenty flags, and hide nothing (attack case AC-101)", async () => {
  const { db, ada, nia } = await openForum();
  const { openingId } = await beginThread(db, ada);
  for (let count = 0; count < 20; count++) {
    const name = `New ${count}`;
    const { id } = await db
      .insertInto("person")
      .values({
        ...{ name, name_key: name.toLowerCase(), role: "member", level: 0, about: "" },
        ...{ about_html: "", joined_at: START },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    // No address of a reader is kept to compare; what newcomers flag weighs nothing from wherever it comes.
    const newcomer = { ...nia, id, name, joinedAt: START };
    await flag(db, newcomer, openingId, { reason: "threat" }, { scorer: sees(0.99) });
  }
  const { case: cases, flag: flags, post } = await everything(db);
  expect(cases).toMatchObject([{ state: "open", flag_count: 20, is_urgent: 1, insult: 0 }]);
  expect(flags.filter(({ weight }) => weight !== 0)).toEqual([]);
  expect(post[0]!.state).toBe("published");
});
