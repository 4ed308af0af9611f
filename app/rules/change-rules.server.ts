/** What administrators do with rules; each with a reason and what it said before, in the log. */
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { recordEvent } from "../events/record.server.ts";
import { renderOwn } from "../markdown/render.server.ts";
import { mayAdminister, type Person } from "../permissions.ts";
import { allow, Refusal, WrongForm } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { listRules, type Rule, readRetiredRule, readRule } from "./list-rules.server.ts";
import { MOST_RULES, type RuleDraft, slugFor } from "./rule.ts";

interface Change {
  reason: string;
  now: number;
}

/** Adds a rule at the place that it is to have; answers its name in addresses. Throws WrongForm where there are as many as may be. */
export async function addRule(
  db: Db,
  person: Person,
  draft: RuleDraft,
  { reason, now }: Change,
): Promise<string> {
  allow(mayAdminister(person));
  const why = demandReason(reason);
  const html = await renderOwn(draft.body);
  return write(db, async (trx) => {
    await stillMay(trx, person, mayAdminister);
    const rules = await listRules(trx);
    demandRoom(rules);
    const known = await trx.selectFrom("rule").select("slug").execute();
    const slug = slugFor(draft.title, new Set(known.map((rule) => rule.slug)));
    const { title, body } = draft;
    const { id } = await trx
      .insertInto("rule")
      .values({ slug, title, body, html, position: 0, changed_at: now, retired_at: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    await order(trx, placed(rules, id, draft.position));
    const after = wordsOf(draft);
    await tell(trx, person, { why, now, how: "added", slug, before: null, after });
    return slug;
  });
}

/** Words a rule anew and gives it its place; whatever stays as it was is no change. Throws Refusal 409 where it was changed since the time of `version`. */
export async function changeRule(
  db: Db,
  person: Person,
  slug: string,
  draft: RuleDraft,
  { reason, now, version }: Change & { version: number },
): Promise<void> {
  allow(mayAdminister(person));
  const why = demandReason(reason);
  const html = await renderOwn(draft.body);
  await write(db, async (trx) => {
    await stillMay(trx, person, mayAdminister);
    const rule = await readRule(trx, slug);
    if (rule.changed_at !== version) throw new Refusal(409, { key: "rules.meanwhile" });
    const rules = await listRules(trx);
    const ids = placed(rules, rule.id, draft.position);
    const isMoved = String(ids) !== String(rules.map(({ id }) => id));
    const { title, body } = draft;
    if (!isMoved && title === rule.title && body === rule.body) return;
    await trx
      .updateTable("rule")
      .set({ title, body, html, changed_at: Math.max(now, rule.changed_at + 1) })
      .where("id", "=", rule.id)
      .execute();
    await order(trx, ids);
    const after = wordsOf({ ...draft, position: ids.indexOf(rule.id) + 1 });
    await tell(trx, person, { why, now, how: "changed", slug, before: wordsOf(rule), after });
  });
}

/** Retires a rule: no page lists it and no flag means it from then on; decisions still name it. Throws Refusal 409 where it was changed since the time of `version`. */
export async function retireRule(
  db: Db,
  person: Person,
  slug: string,
  { reason, now, version }: Change & { version: number },
): Promise<void> {
  allow(mayAdminister(person));
  const why = demandReason(reason);
  await write(db, async (trx) => {
    await stillMay(trx, person, mayAdminister);
    const rule = await readRule(trx, slug);
    if (rule.changed_at !== version) throw new Refusal(409, { key: "rules.meanwhile.retire" });
    await trx
      .updateTable("rule")
      .set({ retired_at: now, changed_at: Math.max(now, rule.changed_at + 1) })
      .where("id", "=", rule.id)
      .execute();
    await order(
      trx,
      (await listRules(trx)).map(({ id }) => id),
    );
    await tell(trx, person, { why, now, how: "retired", slug, before: wordsOf(rule), after: null });
  });
}

/** Gives a retired rule back, as the last of those that hold. Throws Refusal 404 for any other, and WrongForm where there are as many as may be. */
export async function returnRule(
  db: Db,
  person: Person,
  slug: string,
  { reason, now }: Change,
): Promise<void> {
  allow(mayAdminister(person));
  const why = demandReason(reason);
  await write(db, async (trx) => {
    await stillMay(trx, person, mayAdminister);
    const rule = await readRetiredRule(trx, slug);
    const rules = await listRules(trx);
    demandRoom(rules);
    await trx
      .updateTable("rule")
      .set({ retired_at: null, changed_at: Math.max(now, rule.changed_at + 1) })
      .where("id", "=", rule.id)
      .execute();
    await order(trx, placed(rules, rule.id, rules.length + 1));
    const after = wordsOf({ ...rule, position: rules.length + 1 });
    await tell(trx, person, { why, now, how: "returned", slug, before: null, after });
  });
}

function demandRoom(rules: readonly Rule[]) {
  if (rules.length < MOST_RULES) return;
  throw new WrongForm({ "": { key: "rules.too-many", values: { most: MOST_RULES } } });
}

/** The rules' numbers with one of them put in a place; beyond the last it is the last. */
function placed(rules: readonly Rule[], id: number, position: number): number[] {
  const others = rules.map((rule) => rule.id).filter((other) => other !== id);
  others.splice(position - 1, 0, id);
  return others;
}

/** Numbers the rules; threads whose posts tell by which rule they were decided tell the new number. */
async function order(trx: Trx, ids: readonly number[]) {
  await trx
    .updateTable("thread")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("id", "in", ({ selectFrom }) =>
      selectFrom("case")
        .innerJoin("post", "post.id", "case.post_id")
        .select("post.thread_id")
        .where("case.rule_id", "is not", null)
        .where("post.state", "<>", "published"),
    )
    .execute();
  for (const [index, id] of ids.entries()) {
    await trx
      .updateTable("rule")
      .set({ position: index + 1 })
      .where("id", "=", id)
      .execute();
  }
}

const wordsOf = ({ position, title, body }: RuleDraft) => `${position}. ${title}\n\n${body}`;

interface Told {
  why: string;
  now: number;
  how: "added" | "changed" | "retired" | "returned";
  slug: string;
  before: string | null;
  after: string | null;
}

const tell = (trx: Trx, person: Person, { why, now, ...details }: Told) =>
  recordEvent(trx, { kind: "rule-changed", at: now, personId: person.id, reason: why, details });
