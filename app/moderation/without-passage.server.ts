import type { Db } from "#db/open.server.ts";
import { readText } from "../markdown/read-html.ts";
import { renderOwn } from "../markdown/render.server.ts";
import { readKnown } from "../references/read-known.server.ts";
import { Refusal, WrongForm } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { applyCuts, findCuts } from "./cut-passage.ts";
import type { Redacted } from "./redact-post.server.ts";
import { sameWords } from "./same-words.ts";

/** The text of a case's post without a passage, and its HTML; the passage is that of the case where it is not said. Undefined where the case is not as it was seen. Throws WrongForm where the passage is not found, or would still be read. For what goes before a transaction. */
export async function withoutPassage(
  db: Db,
  caseId: number,
  { passage: named, version }: { passage?: string | null; version: number },
): Promise<Redacted | undefined> {
  const post = await db
    .selectFrom("case")
    .innerJoin("post", "post.id", "case.post_id")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.body", "post.version", "case.passage", "person.imported_from"])
    .select(["case.version as case_version"])
    .where("case.id", "=", caseId)
    .executeTakeFirst();
  if (!post) throw new Refusal(404, { key: "deeds.case.none" });
  if (post.case_version !== version) return undefined;
  const passage = named === undefined ? post.passage : named;
  if (!passage) throw new WrongForm({ passage: { key: "deeds.redact.passage" } });
  const cuts = findCuts(post.body, passage, say("deeds.redacted"));
  if (cuts === null) throw notFound();
  const body = applyCuts(post.body, cuts);
  const html = await renderOwn(
    body,
    await readKnown(db, body, { importedFrom: post.imported_from }),
  );
  if (sameWords(textOf(html)).includes(sameWords(passage))) throw notFound();
  return { body, html, version: post.version, passage, cuts };
}

const notFound = () => new WrongForm({ passage: { key: "deeds.redact.not-found" } });

function textOf(html: string): string {
  let text = "";
  readText(html, (part) => {
    text += part;
    return true;
  });
  return text;
}
