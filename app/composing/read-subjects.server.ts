import type { Db } from "#db/open.server.ts";
import { padList } from "#db/pad-list.ts";
import { type Place, readPlace } from "./place.ts";

/** What a draft is about. */
export interface Subject {
  form: Place["form"];
  /** The thread that it is for; null for a new one. */
  thread: { id: number; title: string; slug: string } | null;
  /** Whom a reply answers. */
  author: string | null;
}

/** Reads the threads and posts of drafts' addresses in at most two queries; answers what each address is about, or null of none. */
export async function readSubjects(db: Db, addresses: string[]) {
  const places = addresses.map(readPlace);
  const posts = await readPosts(
    db,
    places.flatMap((place) => postIdOf(place) ?? []),
  );
  const threads = await readThreads(db, [
    ...places.flatMap((place) => (place?.form === "reply" ? place.threadId : [])),
    ...posts.map((post) => post.thread_id),
  ]);
  return (address: string): Subject | null => {
    const place = readPlace(address);
    if (!place) return null;
    const post = posts.find(({ id }) => id === postIdOf(place));
    const threadId = place.form === "reply" ? place.threadId : post?.thread_id;
    const thread = threads.find(({ id }) => id === threadId);
    return {
      form: place.form,
      thread: thread ? { id: thread.id, title: thread.title, slug: thread.slug } : null,
      author: (post ?? thread)?.author ?? null,
    };
  };
}

function postIdOf(place: Place | null): number | null {
  if (place?.form === "edit") return place.postId;
  return place?.form === "reply" ? place.parentId : null;
}

async function readPosts(db: Db, ids: number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "post.thread_id", "person.name as author"])
    .where("post.id", "in", padList(ids))
    .execute();
}

async function readThreads(db: Db, ids: number[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("thread")
    .innerJoin("person", "person.id", "thread.author_id")
    .select(["thread.id", "thread.title", "thread.slug", "person.name as author"])
    .where("thread.id", "in", padList(ids))
    .execute();
}
