/** What a call is about, made anew so that no call before has touched it. */

import { hashToken } from "#app/accounts/token.server.ts";
import { nameKey } from "#app/names/name-key.ts";
import type { Target } from "../roles.ts";
import { addThread, inOne, type Scene } from "./scene.ts";

let made = 0;

/** A thread by Ada, a topic and a member. */
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
    await db
      .insertInto("first_administrator")
      .values({ token_hash: hashToken(token), made_at: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return { thread: thread.id, post: thread.post, topic, into: "Licences", person, token };
  });
}
