import { expect, test } from "vitest";
import { answersFollowed } from "#app/accounts/after-answer.server.ts";
import { action } from "#app/routes/forgot-password.tsx";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { addressOf, confirmAddress } from "../mail/outbox.ts";
import { handedBack, leadsTo, visit } from "./visit.ts";

/** The database, with the kinds of what is asked of it. */
function counted(db: Db) {
  const asked: string[] = [];
  const watched = db.withPlugin({
    transformQuery({ node }) {
      asked.push(node.kind);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { asked, watched };
}

async function ask(db: Db, who: string) {
  const { asked, watched } = counted(db);
  const led = await leadsTo(action(visit(watched, "/forgot-password", { form: { who } })));
  expect(led).toEqual({ status: 302, to: "/forgot-password?sent=1" });
  const before = [...asked];
  await answersFollowed();
  return { before, later: asked.length - before.length };
}

test("AC-050: nobody is looked up before the answer, known or unknown, by name or by address", async () => {
  const { db, ada } = await openForum();
  await confirmAddress(db, ada);
  const hash = "none";
  await db.insertInto("password").values({ person_id: ada.id, hash, set_at: 0 }).execute();
  const known = await ask(db, "Ada");
  expect(known.before).toEqual(["InsertQueryNode"]);
  for (const who of [addressOf(ada), "Nobody", "nobody@lab.example", "Ben"]) {
    expect((await ask(db, who)).before, who).toEqual(known.before);
  }
  expect(known.later).toBeGreaterThan(1);
  expect(await db.selectFrom("letter").select("kind").execute()).toHaveLength(2);
});

test("of what is longer than any name or address only the beginning is looked for", async () => {
  const { db } = await openForum();
  expect((await ask(db, "Nobody ".repeat(100_000))).later).toBe(1);
  const empty = await handedBack(action(visit(db, "/forgot-password", { form: { who: " " } })));
  expect(empty.problems).toEqual({ who: { key: "letters.forgot.missing" } });
});
