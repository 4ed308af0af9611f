import type { Db } from "#db/open.server.ts";
import { readPlace } from "../composing/place.ts";
import { readWords, type Words } from "../composing/read-words.ts";
import type { Person } from "../permissions.ts";
import { askAtPreview, type Looked, type Sent } from "./ask-once.server.ts";

interface LookedOver extends Sent {
  visit: { person: Person | null };
}

/** What the forum says to the writer of a form that goes to `address`, as it is looked at or typed; null to a stranger, or of a form that posts nothing. */
export async function lookOver(
  sent: LookedOver,
  address: string,
  { isTyping }: { isTyping: boolean },
): Promise<Looked | null> {
  const { person } = sent.visit;
  const place = readPlace(address);
  if (!person || !place) return null;
  const words = readWords(sent.form, place.form);
  const former = place.form === "edit" ? await readFormer(sent.db, person, place.postId) : null;
  return askAtPreview(sent, person, { place: formOf(address), words, former, isTyping });
}

/** Without what it answers, which the form itself says. */
const formOf = (address: string) => address.replace(/\?.*/, "");

/** What somebody's own post says now, with the title of the thread that it opens. */
async function readFormer(db: Db, person: Person, postId: number): Promise<Words | null> {
  const post = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.body", "thread.title"])
    .where("post.id", "=", postId)
    .where("post.author_id", "=", person.id)
    .executeTakeFirst();
  return post ?? null;
}
