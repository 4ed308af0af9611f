import { expect, test } from "vitest";
import { choicesOf } from "#app/desk/choices.ts";
import { decideCase } from "#app/moderation/decide-case.server.ts";
import { nearlyHolds } from "#app/moderation/holds-passage.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import type { Person } from "#app/permissions.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, everything, reply, rowOf } from "../threads/thread.ts";
import { caseOf, decide, decideOn, decision, flagged, now, refusalOf } from "./cases.ts";

const body = "First point here. You are an utter fool. Second point.";
const passage = "You are an utter fool.";
const limits = Number.POSITIVE_INFINITY;
const rewrite = (db: Db, person: Person, id: number, text: string, version = 1) =>
  rewritePost(
    db,
    person,
    id,
    { body: text, version },
    { now: now + 1, limits, scorer: () => undefined },
  );
const edit = (db: Db, person: Person, id: number, text: string, version: number) =>
  editPost(
    db,
    person,
    id,
    { title: null, topics: null, body: text, version },
    { now: now + 1, limits, draft: null },
  );

async function scene() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  return { ...forum, id: await reply(forum.db, forum.ben, threadId, { body }) };
}

const disguises: [how: string, text: string, stands: boolean][] = [
  ["as it was", "You are an utter fool.", true],
  ["in another case", "you are an Utter fool", true],
  ["in Cyrillic letters", "Y\u043eu \u0430re an utter f\u043eol", true],
  ["with signs between", "You are an utter f.o.o.l!", true],
  ["with what nobody sees between", "You are an utter f\u200bool", true],
  ["with a word between", "You are an utter, complete fool.", true],
  ["but for its last word", "You are an utter idiot.", true],
  ["not at all", "I think that you misread an utter classic.", false],
];

test.each(disguises)("a passage stands %s", (_how, text, stands) => {
  expect(nearlyHolds(`Good points here. ${text} The end.`, passage)).toBe(stands);
});

test("a short word is not found within another", () => {
  expect(nearlyHolds("An oxymoron of the first class.", "moron")).toBe(false);
});

test("asked about the whole post, or refused once, no new text clears by itself", async () => {
  const { db, ben, mo, ada, id } = await scene();
  await decideOn(db, mo, id, "ask");
  expect(await rewrite(db, ben, id, "Quite another text.")).toMatchObject({ outcome: "waits" });
  const { threadId } = await beginThread(db, ada);
  const other = await reply(db, ben, threadId, { body });
  const { caseId } = await decideOn(db, mo, other, "ask", { passage });
  await rewrite(db, ben, other, `${body} Sorry.`);
  await decide(db, mo, caseId, "refuse", { now: now + 2 });
  expect(await rewrite(db, ben, other, "Polite words.", 2)).toMatchObject({ outcome: "waits" });
});

test("a new text that waits is told to moderators, stands in the log of events, and has its place in the queue", async () => {
  const { db, ben, mo, root, id } = await scene();
  const { caseId } = await decideOn(db, mo, id, "ask", { passage });
  await rewrite(db, ben, id, `${body} Sorry.`);
  expect((await caseOf(db, caseId)).priority).toBeGreaterThan(0);
  expect((await everything(db)).event.at(-1)).toMatchObject({
    ...{ kind: "rewrite-sent", post_id: id, person_id: ben.id },
  });
  const told = await db
    .selectFrom("notice")
    .select("person_id")
    .where("kind", "=", "case")
    .execute();
  expect(told.map(({ person_id }) => person_id)).toEqual([mo.id, root.id]);
});

test("what was hidden at once is removed or given back, and its author is not asked with the text in sight", () => {
  const choices = choicesOf({ state: "hidden", kind: "urgent", isProposed: false });
  expect(choices).not.toContain("ask");
});

test("words that were taken out do not come back by an edit", async () => {
  const { db, ben, mo, id } = await scene();
  const { caseId } = await decideOn(db, mo, id, "ask", { passage });
  const due = (await caseOf(db, caseId)).due_at!;
  await keepTime(db, due, () => {});
  await decide(db, mo, caseId, "redact", { now: due });
  const { version } = await rowOf(db, "post", id);
  const again = await refusalOf(db, () =>
    edit(db, ben, id, "First. You are an utter F\u043eol. Second.", version),
  );
  expect(JSON.stringify(again)).toContain("deeds.redact.again");
  await edit(db, ben, id, "First. Second.", version);
});

test("who decides on a text that its author has changed since is told so, and nobody is asked about words that are gone", async () => {
  const { db, ada, ben, mo, id } = await scene();
  const caseId = await flagged(db, id, [ada], { passage });
  const { version } = await caseOf(db, caseId);
  await edit(db, ben, id, "All polite now.", 1);
  const old = { ...decision("ask"), version };
  expect(await refusalOf(db, () => decideCase(db, mo, caseId, old))).toMatchObject({ status: 409 });
  const gone = await refusalOf(db, () => decide(db, mo, caseId, "ask"));
  expect(gone).toEqual({ status: 409, key: "deeds.ask.gone" });
  const named = await refusalOf(db, () => decide(db, mo, caseId, "ask", { passage }));
  expect(named).toMatchObject({ status: 422, problems: { passage: { key: "deeds.ask.gone" } } });
});

test("a rule that there is none of is refused beside its field", async () => {
  const { db, mo, id } = await scene();
  const refused = await refusalOf(db, () => decideOn(db, mo, id, "ask", { ruleId: 999_999 }));
  expect(JSON.stringify(refused)).toContain("deeds.rule.none");
});
