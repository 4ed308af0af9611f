import type { Db } from "#db/open.server.ts";

export interface Overview {
  people: number;
  threads: number;
  posts: number;
  topics: number;
}

/** How large the forum is; posts are those that stand, with the opening ones. */
export async function readOverview(db: Db): Promise<Overview> {
  return db
    .selectNoFrom((eb) => [
      eb
        .selectFrom("person")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("people"),
      eb
        .selectFrom("thread")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("threads"),
      eb
        .selectFrom("post")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .where("withdrawn_at", "is", null)
        .$asScalar()
        .$notNull()
        .as("posts"),
      eb
        .selectFrom("topic")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .where("merged_into_id", "is", null)
        .$asScalar()
        .$notNull()
        .as("topics"),
    ])
    .executeTakeFirstOrThrow();
}
