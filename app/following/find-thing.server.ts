import type { Db, Trx } from "#db/open.server.ts";
import type { FollowLevel } from "#db/schema.ts";
import type { Person } from "../permissions.ts";
import { Refusal, WrongForm } from "../refusals.ts";
import { readQuestion } from "../search/question.ts";
import { searchPath } from "../search/search-path.ts";
import type { MessageKey } from "../strings/say.ts";
import { followPath, type Thing } from "./level.ts";
import { type Named, nameThings } from "./name-things.server.ts";

/** A thing that somebody may follow, and how they do. A search that nobody has followed yet has the id 0. */
export interface Found extends Named {
  /** Null where it is not followed. */
  level: FollowLevel | null;
  /** Where its level is chosen. */
  followPath: string;
}

const missing: Record<Exclude<Thing["kind"], "search">, MessageKey> = {
  topic: "topics.not-found",
  thread: "threads.not-found",
  branch: "threads.post.not-found",
  person: "accounts.person.not-found",
};

/** The thing that a form or an address names; a topic that was merged is the one it went to, and the branch of an opening post is its thread. Throws Refusal 404, and WrongForm for a search that cannot be asked. `now` in epoch seconds. */
export async function findThing(db: Db, person: Person, thing: Thing, now: number): Promise<Found> {
  const named =
    thing.kind === "search"
      ? await findSearch(db, person, thing.asked, now)
      : await findById(db, thing.kind, thing.id);
  const level = await readLevel(db, person, named);
  const itself: Thing =
    named.kind === "search"
      ? { kind: "search", asked: named.name }
      : { kind: named.kind, id: named.id };
  return { ...named, level, followPath: followPath(itself) };
}

async function findById(db: Db, kind: Exclude<Thing["kind"], "search">, id: number) {
  const threadId = kind === "branch" ? await threadBegunBy(db, id) : null;
  const [named] =
    threadId === null
      ? await nameThings(db, kind, [kind === "topic" ? await wentTo(db, id) : id])
      : await nameThings(db, "thread", [threadId]);
  if (!named) throw new Refusal(404, { key: missing[kind] });
  return named;
}

/** The thread of an opening post, whose branch is all of it; null of a reply. */
async function threadBegunBy(db: Db, postId: number): Promise<number | null> {
  const post = await db
    .selectFrom("post")
    .select("thread_id")
    .where("id", "=", postId)
    .where("depth", "=", 0)
    .executeTakeFirst();
  return post?.thread_id ?? null;
}

/** A topic itself, or the one that it was merged into. */
export async function wentTo(db: Db | Trx, topicId: number): Promise<number> {
  const topic = await db
    .selectFrom("topic")
    .select("merged_into_id")
    .where("id", "=", topicId)
    .executeTakeFirst();
  return topic?.merged_into_id ?? topicId;
}

async function findSearch(db: Db, person: Person, asked: string, now: number): Promise<Named> {
  const known = await db
    .selectFrom("followed_search")
    .select("id")
    .where("person_id", "=", person.id)
    .where("asked", "=", asked)
    .executeTakeFirst();
  if (!known) {
    const [problem] = readQuestion(asked, now).problems;
    if (problem) throw new WrongForm({ id: problem });
  }
  return {
    kind: "search",
    id: known?.id ?? 0,
    name: asked,
    path: searchPath(asked, "match", null),
  };
}

async function readLevel(db: Db, person: Person, { kind, id }: Named): Promise<FollowLevel | null> {
  const row = await db
    .selectFrom("follow")
    .select("level")
    .where("person_id", "=", person.id)
    .where("kind", "=", kind)
    .where("object_id", "=", id)
    .executeTakeFirst();
  return row?.level ?? null;
}
