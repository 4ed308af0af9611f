/** What may have gone out since a backup was made goes out no second time. */
import path from "node:path";
import { expect, test } from "vitest";
import { sendLetters } from "#app/mail/send-letters.server.ts";
import { backupForum } from "#app/moving/backup-forum.server.ts";
import { restoreForum } from "#app/moving/restore-forum.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { type Db, openDatabase } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { wishFor, wishOf } from "../letters/people.ts";
import { confirmAddress, letters, ORIGIN, post, toldMail } from "../mail/outbox.ts";
import { emptyPlace, makePlace, patient } from "./forums.ts";

const DAY = 86_400;
const when = { stamp: "20260101-000000", now: START + 2 * DAY };

/** A forum in which somebody has a letter that waits, a notice that is to be one, a link, and a wish for regular letters. */
async function fill(db: Db) {
  await migrate(db);
  const { id } = await db
    .insertInto("person")
    .values({
      ...{ name: "Zed", name_key: "zed", about: "", about_html: "", role: "member", level: 1 },
      joined_at: START,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const zed = { id, name: "Zed" };
  await confirmAddress(db, zed);
  await post(db, zed);
  await wishFor(db, zed, { hour: 8 });
  const email = "zed@lab.example";
  const times = { made_at: START, expires_at: START + 9 * DAY };
  await db
    .insertInto("letter_token")
    .values({ token_hash: "x", purpose: "reset", person_id: id, email, used_at: null, ...times })
    .execute();
  await db
    .insertInto("notice")
    .values({
      ...{ person_id: id, kind: "mention", subject: "x", began_at: START, changed_at: START },
      ...{ thread_id: null, first_post_id: null, latest_post_id: null, from_id: null },
      ...{ about_id: null, details: null, read_at: null, letter_at: START },
    })
    .execute();
  return zed;
}

test("a letter that waited in a backup is set aside when it is restored", async () => {
  const place = path.join(makePlace(), "forum.db");
  const source = openDatabase(`file:${place}`);
  const zed = await fill(source);
  const due = (await wishOf(source, zed))!.next_at!;
  await source.destroy();
  const backup = path.join(makePlace(), "backup.db");
  await backupForum(`file:${place}`, backup, START, patient);
  const forum = await emptyPlace();
  expect(await restoreForum(backup, forum, when, patient)).toMatchObject({ letters: 1 });
  const db = openDatabase(forum);
  const mail = toldMail();
  await sendLetters(db, { mail, origin: ORIGIN, now: () => when.now });
  expect(mail.given).toEqual([]);
  expect(await letters(db)).toMatchObject([{ set_aside_at: when.now, next_at: null }]);
  expect((await letters(db))[0]?.failure).toContain("backup was restored");
  expect(await db.selectFrom("letter_token").selectAll().execute()).toEqual([]);
  expect(await db.selectFrom("notice").select("letter_at").execute()).toEqual([
    { letter_at: null },
  ]);
  expect((await wishOf(db, zed))?.next_at).toBe(due + 2 * DAY);
  await db.destroy();
});
