import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { tooSoon } from "../limits/too-soon.ts";
import { maySendExemplary, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { nextLineAt } from "./exemplary.ts";
import { findHonoured } from "./find-honoured.server.ts";

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
    const earlier = await trx
      .selectFrom("exemplary")
      .select("line")
      .where("post_id", "=", post.id)
      .where("person_id", "=", person.id)
      .executeTakeFirst();
    if (earlier?.line === line) return post.path;
    allow(maySendExemplary(person, post));
    if (earlier) throw new Refusal(409, { key: "standing.line.already" });
    await awaitTurn(trx, person, now, limits);
    await trx
      .insertInto("exemplary")
      .values({
        ...{ post_id: post.id, author_id: post.authorId, person_id: person.id },
        ...{ line, sent_at: now },
      })
      .execute();
    return post.path;
  });
}

async function awaitTurn(trx: Trx, person: Person, now: number, limits: number) {
  const last = await trx
    .selectFrom("exemplary")
    .select("sent_at")
    .where("person_id", "=", person.id)
    .orderBy("sent_at", "desc")
    .limit(1)
    .executeTakeFirst();
  const seconds = last ? nextLineAt(last.sent_at, limits) - now : 0;
  if (seconds <= 0) return;
  throw tooSoon(seconds, { key: "standing.line.too-soon" });
}
