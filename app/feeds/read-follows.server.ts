/** What the feed of what somebody follows is made by, and its version. */
import { createHash } from "node:crypto";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { readListVersion } from "../events/list-version.server.ts";
import type { FeedReader } from "./feed-key.server.ts";
import type { Followed } from "./followed.ts";

type Whose = { personId: number };

/** All that a person follows and mutes, but searches; the latest first. */
export const readFollows = (db: Db, personId: number): Promise<Followed[]> =>
  follows.all(db, { personId });

const follows = prepared((db, value: ValueOf<Whose>) =>
  db
    .selectFrom("follow")
    .select(["kind", "object_id as objectId", "level"])
    .where("person_id", "=", value("personId"))
    .where("kind", "!=", "search")
    .orderBy("followed_at", "desc")
    .orderBy("kind")
    .orderBy("object_id"),
);

const words = prepared((db, value: ValueOf<Whose>) =>
  db
    .selectFrom("mute_word")
    .select("word")
    .where("person_id", "=", value("personId"))
    .orderBy("word"),
);

/** Changes with the key, with what lists show, and with what its reader follows and mutes. */
export async function readFollowsVersion(db: Db, reader: FeedReader): Promise<string> {
  const list = await readListVersion(db);
  const personId = reader.id;
  const wishes = [
    await readFollows(db, personId),
    reader.muteCount > 0 ? await words.all(db, { personId }) : [],
  ];
  const hash = createHash("sha1").update(JSON.stringify(wishes)).digest("base64url");
  return `${list} ${hash} ${reader.tokenHash}`;
}
