/** What a call is about, made anew so that no call before has touched it. */

import { hashToken } from "#app/accounts/token.server.ts";
import { recordAct } from "#app/moderation/act.server.ts";
import { nameKey } from "#app/names/name-key.ts";
import type { Db, Trx } from "#db/open.server.ts";
import type { Target } from "../roles.ts";
import { addThread, inOne, type Scene } from "./scene.ts";

let made = 0;

/** A thread by Ada, a topic, a rule and a member. */
export function makeTarget(scene: Scene): Promise<Target> {
  made += 1;
  const topic = `untouched-${made}`;
  const person = `Member${made}`;
  const token = "t".repeat(27);
  return inOne(scene, async (scene) => {
    const { db } = scene;
    const thread = await addThread(scene, "Ada");
    await db
      .insertInto("topic")
      .values({ slug: topic, name: topic, about: "", made_at: 1 })
      .execute();
    await db
      .insertInto("person")
      .values({
        ...{ name: person, name_key: nameKey(person), role: "member", level: 1, joined_at: 1 },
        ...{ about: "", about_html: "" },
      })
      .execute();
    // There are no more than so many.
    await db.deleteFrom("rule").where("slug", "like", "untouched-%").execute();
    await db
      .insertInto("rule")
      .values([
        { slug: topic, ...ruleOf(topic), retired_at: null },
        { slug: `${topic}-retired`, ...ruleOf(topic), retired_at: 1 },
      ])
      .execute();
    await db
      .insertInto("first_administrator")
      .values({ token_hash: hashToken(token), made_at: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const letter = await addLetter(db);
    const act = await warnAda(db);
    const about = { thread: thread.id, post: thread.post, topic, into: "Licences" };
    const rules = { rule: topic, retired: `${topic}-retired` };
    return { ...about, ...rules, person, token, letter, act };
  });
}

const ruleOf = (title: string) => ({
  ...{ position: 99, title, body: "So.", html: "", changed_at: 1 },
});

/** The scene's own transaction is the act's. */
async function warnAda(db: Db): Promise<number> {
  const trx = db as Trx;
  const { id } = await trx
    .selectFrom("person")
    .select("id")
    .where("name", "=", "Ada")
    .executeTakeFirstOrThrow();
  const now = Math.floor(Date.now() / 1000);
  const act = await recordAct(trx, {
    ...{ kind: "warn", office: "moderator", byId: null, aboutId: id, reason: "Be kind.", now },
  });
  // No letter of it goes out while another call is to write nothing.
  await trx.deleteFrom("notice").where("subject", "=", `decision:${act}`).execute();
  return act;
}

/** A letter to an address of nobody's, that waits. */
async function addLetter(db: Db): Promise<number> {
  const now = Math.floor(Date.now() / 1000);
  const { id } = await db
    .insertInto("letter")
    .values({
      ...{ key: `target:${made}`, kind: "notice", person_id: null, html: null, headers: null },
      ...{ address: "nobody@mail.example", subject: "Words", text: "Hello.", failure: null },
      ...{ made_at: now, next_at: now, taken_at: null, sent_at: null, set_aside_at: null },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
