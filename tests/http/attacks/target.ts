/** What a call is about, made anew so that no call before has touched it. */

import { hashToken } from "#app/accounts/token.server.ts";
import { nameKey } from "#app/names/name-key.ts";
import type { Target } from "../roles.ts";
import { addThread, type Scene } from "./scene.ts";

let made = 0;

/** A thread by Ada, a topic and a member. */
export function makeTarget(scene: Scene): Target {
  made += 1;
  const { sqlite } = scene;
  const thread = addThread(scene, "Ada");
  const topic = `untouched-${made}`;
  sqlite
    .prepare("insert into topic (slug, name, about, made_at) values (?, ?, '', 1)")
    .run(topic, topic);
  const person = `Member${made}`;
  sqlite
    .prepare(
      "insert into person (name, name_key, role, level, joined_at) values (?, ?, 'member', 1, 1)",
    )
    .run(person, nameKey(person));
  const token = "t".repeat(27);
  sqlite
    .prepare("insert or ignore into first_administrator (token_hash, made_at) values (?, 1)")
    .run(hashToken(token));
  return { thread: thread.id, post: thread.post, topic, into: "Licences", person, token };
}
