import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { tell } from "../notices/tell.server.ts";
import { maySendExemplary, type Person } from "../permissions.ts";
import { allow } from "../refusals.ts";
import { findHonoured } from "./find-honoured.server.ts";
import { findLineBar } from "./find-line-bar.server.ts";

/** Sends the author of a post a line that nobody else reads; the same line again is the first one. It moves no page and no place. Answers the post's address. */
export async function sendExemplary(
  db: Db,
  person: Person,
  postId: number | null,
  line: string,
  { now, limits }: { now: number; limits: number },
): Promise<string> {
  return write(db, async (trx) => {
    const post = await findHonoured(trx, postId);
    const bar = await findLineBar(trx, person.id, post.id, { now, limits });
    if (bar?.line === line) return post.path;
    allow(maySendExemplary(person, post));
    if (bar) throw bar.refusal;
    const { id } = await trx
      .insertInto("exemplary")
      .values({
        ...{ post_id: post.id, author_id: post.authorId, person_id: person.id },
        ...{ line, sent_at: now },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tell(trx, {
      ...{ personId: post.authorId, kind: "line", subject: `line:${id}`, aboutId: id },
      ...{ fromId: person.id, threadId: post.threadId, postId: post.id, text: line, now },
    });
    return post.path;
  });
}
