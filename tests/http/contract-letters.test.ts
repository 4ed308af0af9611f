/** Letters of a forum that is told to stop. */

import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { postLetter } from "#app/mail/send.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { startMailServer } from "../mail/mail-server.ts";
import { newDatabase, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";

const email = "zed@lab.example";

/** A forum with one person whose address is confirmed, and the mail server's patience in milliseconds. */
async function startForum(slowness: number) {
  let given = 0;
  const mail = await startMailServer({
    onData(stream, _session, done) {
      void text(stream).then(async () => {
        given += 1;
        await setTimeout(slowness);
        done();
      });
    },
  });
  const database = await newDatabase();
  const env = { SMTP_URL: `smtp://127.0.0.1:${mail.port}` };
  const server = await startServer({ database: database.address, env });
  const db = openDatabase(database.address);
  const now = Math.floor(Date.now() / 1000);
  const { id } = await db
    .insertInto("person")
    .values({
      ...{ name: "Zed", name_key: "zed", about: "", about_html: "", role: "member", level: 1 },
      ...{ joined_at: now, email, email_key: email, email_confirmed_at: now },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db.insertInto("password").values({ person_id: id, hash: "x", set_at: now }).execute();
  return { db, server, id, now, given: () => given };
}

test("a letter on its way when the forum is told to stop is known to be sent, and no other is taken", async () => {
  const { db, server, id, now, given } = await startForum(1_500);
  await write(db, async (trx) => {
    for (const key of ["one", "two"]) {
      const words = {
        kind: "notice",
        personId: id,
        address: email,
        subject: "Words",
        text: "Hello.",
      };
      await postLetter(trx, { key, ...words, now });
    }
  });
  while (given() === 0) await setTimeout(20);
  expect(await server.stop()).toBe(0);
  const letters = await db.selectFrom("letter").selectAll().orderBy("id").execute();
  await db.destroy();
  expect(letters[0]?.sent_at).not.toBeNull();
  expect(letters[1]).toMatchObject({ taken_at: null, sent_at: null });
});

test("a link that was asked for just before the forum stops is in the outbox", async () => {
  const { db, server } = await startForum(0);
  const guest = new Visitor(server.origin);
  await guest.post("/forgot-password", { who: email });
  expect(await server.stop()).toBe(0);
  const letters = await db.selectFrom("letter").select("kind").execute();
  await db.destroy();
  expect(letters).toEqual([{ kind: "reset" }]);
});
