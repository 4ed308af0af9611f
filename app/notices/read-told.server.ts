/** A post as its telling needs it, and those whom it concerns whatever anybody follows. */
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { shownText } from "../following/muted.ts";
import type { ToldPost } from "./recipients.ts";

/** Levels above a post on which a follow of a branch counts; below, that of its first reply counts too. */
const MOST_ABOVE = 100;
/** As many as a thread has. */
export const MOST_TOPICS = 5;

/** What a post is to somebody by itself. */
export interface Concern {
  isAnswered: boolean;
  isMentioned: boolean;
  isQuoted: boolean;
}

export interface ToldOf {
  post: ToldPost & { id: number; postedAt: number };
  /** All that its page shows of it. */
  text: string;
  /** Whom it concerns, by their ids. */
  concerned: Map<number, Concern>;
}

/** The post with whom it concerns; null where there is no such post. */
export async function readTold(db: Db, postId: number, isFound: boolean): Promise<ToldOf | null> {
  const row = await postOf.first(db, { postId });
  if (!row) return null;
  const topics = await topicsOf.all(db, { threadId: row.thread_id });
  const post = {
    ...{ id: postId, threadId: row.thread_id, authorId: row.author_id, postedAt: row.posted_at },
    topicIds: topics.map(({ topic_id }) => topic_id),
    branchIds: await findBranches(db, postId, row),
    ...{ isWithdrawn: row.withdrawn_at !== null, isFound },
  };
  const text = `${row.title}\n${shownText(row.html)}`;
  return { post, text, concerned: await readConcerned(db, postId) };
}

const postOf = prepared((db, value: ValueOf<{ postId: number }>) =>
  db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.thread_id", "post.author_id", "post.branch_id", "post.depth"])
    .select(["post.html", "post.posted_at", "post.withdrawn_at", "thread.title"])
    .where("post.id", "=", value("postId")),
);

const topicsOf = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("thread_topic")
    .select("topic_id")
    .where("thread_id", "=", value("threadId"))
    .orderBy("position")
    .limit(MOST_TOPICS),
);

async function findBranches(
  db: Db,
  postId: number,
  { branch_id, depth }: { branch_id: number | null; depth: number },
): Promise<number[]> {
  if (depth === 0) return [];
  if (depth === 1) return [postId];
  const above = await climb.all(db, { postId, most: MOST_ABOVE });
  const ids = above.sort((one, other) => one.depth - other.depth).map(({ id }) => id);
  return ids[0] === branch_id ? ids : [branch_id!, ...ids];
}

const climb = prepared((db, value: ValueOf<{ postId: number; most: number }>) =>
  db
    .withRecursive("above(id, parent_id, depth, level)", (step) =>
      step
        .selectFrom("post")
        .select((eb) => ["id", "parent_id", "depth", eb.lit<number>(0).as("level")])
        .where("id", "=", value("postId"))
        .unionAll(
          step
            .selectFrom("above")
            .innerJoin("post", "post.id", "above.parent_id")
            .select((eb) => [
              ...(["post.id", "post.parent_id", "post.depth"] as const),
              eb("above.level", "+", eb.lit(1)).as("level"),
            ])
            .where("above.level", "<", value("most")),
        ),
    )
    .selectFrom("above")
    .select(["id", "depth"])
    .where("depth", ">", 0),
);

async function readConcerned(db: Db, postId: number): Promise<Map<number, Concern>> {
  const concerned = new Map<number, Concern>();
  for (const { person_id, how } of await concernedBy.all(db, { postId })) {
    const none = { isAnswered: false, isMentioned: false, isQuoted: false };
    concerned.set(person_id, { ...(concerned.get(person_id) ?? none), [how]: true });
  }
  return concerned;
}

/** Whoever came with an import cannot sign in and is told of nothing. */
const concernedBy = prepared((db, value: ValueOf<{ postId: number }>) => {
  const from = (handle: Db | Trx) =>
    handle
      .selectFrom("post")
      .innerJoin("post as parent", "parent.id", "post.parent_id")
      .select((eb) => [
        "parent.author_id as person_id",
        eb.val<keyof Concern>("isAnswered").as("how"),
      ])
      .where("post.id", "=", value("postId"));
  const mentioned = db
    .selectFrom("mention")
    .select((eb) => ["person_id", eb.val<keyof Concern>("isMentioned").as("how")])
    .where("post_id", "=", value("postId"));
  const quoted = db
    .selectFrom("quotation")
    .innerJoin("post", "post.id", "quotation.quoted_post_id")
    .select((eb) => ["post.author_id as person_id", eb.val<keyof Concern>("isQuoted").as("how")])
    .where("quotation.post_id", "=", value("postId"));
  return db
    .selectFrom(from(db).unionAll(mentioned).unionAll(quoted).as("concerned"))
    .innerJoin("person", "person.id", "concerned.person_id")
    .select(["concerned.person_id", "concerned.how"])
    .where("person.imported_from", "is", null);
});
