import { expect, test } from "vitest";
import { readEntries } from "#app/log/read-log.server.ts";
import type { Person } from "#app/permissions.ts";
import * as retirePage from "#app/routes/admin-rule-retire.tsx";
import { loader } from "#app/routes/log-act.tsx";
import { addStarterRules } from "#app/rules/add-starter-rules.server.ts";
import { addRule, changeRule, retireRule, returnRule } from "#app/rules/change-rules.server.ts";
import { listRules, readRule } from "#app/rules/list-rules.server.ts";
import { readRuleChange, reasonsOf, slugFor } from "#app/rules/rule.ts";
import { starterRules } from "#app/rules/starter.ts";
import type { Db } from "#db/open.server.ts";
import { flag, theCase } from "../flags/flagging.ts";
import { openForum, START } from "../forum.ts";
import { act, openTalk } from "../log/scene.ts";
import { openPage } from "../routes/open-page.ts";
import { handedBack, visit } from "../routes/visit.ts";
import { beginThread, everything, refusalOf } from "../threads/thread.ts";

const why = { reason: "We talked about it.", now: START + 60 };
const brief = { title: "Be brief", body: "Say it *once*.", position: 2 };

/** Retires a rule as it stands. */
async function retire(db: Db, person: Person, slug: string) {
  const { changed_at: version } = await readRule(db, slug);
  await retireRule(db, person, slug, { ...why, version });
}

const titles = async (db: Db) => (await listRules(db)).map(({ title }) => title);
const changes = async (db: Db) =>
  (await everything(db)).event.filter(({ kind }) => kind === "rule-changed");

test("a new forum begins with seven rules, each with its reason, and a forum that has some keeps them", async () => {
  const { db } = await openForum();
  await db.deleteFrom("rule").execute();
  await addStarterRules(db, START);
  const rules = await listRules(db);
  expect(rules.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(rules.map(({ slug }) => slug)).toEqual(starterRules.map(({ slug }) => slug));
  expect(rules.filter(({ html }) => !html.includes("<em>Why:</em>"))).toEqual([]);
  await db.updateTable("rule").set({ retired_at: START }).execute();
  await addStarterRules(db, START);
  expect(await listRules(db)).toEqual([]);
});

test("an administrator adds a rule at a place, and the log has what it says and why", async () => {
  const { db, root } = await openForum();
  const before = await titles(db);
  expect(await addRule(db, root, brief, why)).toBe("be-brief");
  expect(await titles(db)).toEqual([before[0], "Be brief", ...before.slice(1)]);
  const added = (await listRules(db))[1]!;
  expect(added).toMatchObject({ slug: "be-brief", position: 2 });
  expect(added.html).toContain("<em>once</em>");
  const [event] = await changes(db);
  expect(event).toMatchObject({ person_id: root.id, reason: why.reason });
  expect(JSON.parse(event!.details!)).toEqual({
    ...{ how: "added", slug: "be-brief", before: null },
    after: "2. Be brief\n\nSay it *once*.",
  });
});

test("a rule is worded anew or moved, with what it said before in the log; unchanged it is no change", async () => {
  const { db, root } = await openForum();
  const [first] = await listRules(db);
  const { title, body, changed_at: version } = first!;
  await changeRule(db, root, "argument", { title, body, position: 1 }, { ...why, version });
  expect(await changes(db)).toEqual([]);
  await changeRule(db, root, "argument", { ...brief, position: 99 }, { ...why, version });
  const rules = await listRules(db);
  expect(rules.at(-1)).toMatchObject({ slug: "argument", position: 7, title: "Be brief" });
  expect(rules.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const [event] = await changes(db);
  expect(JSON.parse(event!.details!)).toMatchObject({
    ...{ how: "changed", before: `1. ${title}\n\n${body}`, after: "7. Be brief\n\nSay it *once*." },
  });
});

test("a rule that was retired is listed no more, no flag means it, and cases still name it", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const one = await beginThread(db, ada);
  await flag(db, ben, one.openingId, { reason: "unlabelled-ai" });
  const { rule_id } = await theCase(db);
  await retire(db, root, "models");
  expect((await listRules(db)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  const two = await beginThread(db, ada);
  await flag(db, mo, two.openingId, { reason: "unlabelled-ai" });
  const { case: cases, rule } = await everything(db);
  expect(cases.map((each) => each.rule_id)).toEqual([rule_id, null]);
  expect(rule.find(({ id }) => id === rule_id)).toMatchObject({ retired_at: why.now });
});

test("a retired rule is brought back, as the last one, with a line in the log", async () => {
  const { db, root } = await openForum();
  const [first, ...others] = await titles(db);
  await retire(db, root, "argument");
  await returnRule(db, root, "argument", { reason: "We miss it very much.", now: START + 120 });
  expect(await titles(db)).toEqual([...others, first]);
  const [, event] = await changes(db);
  expect(event).toMatchObject({ person_id: root.id, reason: "We miss it very much." });
  expect(JSON.parse(event!.details!)).toMatchObject({ how: "returned", before: null });
  const again = () => returnRule(db, root, "argument", why);
  expect(await refusalOf(db, again)).toMatchObject({ status: 404, key: "rules.not-found" });
});

test("of two administrators who change a rule at once, the second is told, and nothing of theirs is saved", async () => {
  const { db, root } = await openForum();
  const { changed_at: version } = await readRule(db, "argument");
  await changeRule(db, root, "argument", brief, { ...why, now: START, version });
  const late = () =>
    changeRule(db, root, "argument", { ...brief, title: "Be kind" }, { ...why, version });
  expect(await refusalOf(db, late)).toMatchObject({ status: 409, key: "rules.meanwhile" });
});

test("a rule that was changed meanwhile is not retired: what it says now stands over the form that comes back", async () => {
  const { db, root } = await openForum();
  const { changed_at: version } = await readRule(db, "argument");
  await changeRule(db, root, "argument", brief, { ...why, now: START, version });
  const late = () => retireRule(db, root, "argument", { ...why, version });
  expect(await refusalOf(db, late)).toMatchObject({ status: 409, key: "rules.meanwhile.retire" });
  const params = { rule: "argument" };
  const asked = { person: root, params };
  const path = "/admin/rules/argument/retire";
  const form = { reason: "We talked about it.", version: String(version) };
  const back = await handedBack(retirePage.action(visit(db, path, { ...asked, form })));
  expect(back).toMatchObject({ status: 409, refused: { key: "rules.meanwhile.retire" } });
  const now = await retirePage.loader(visit(db, path, asked));
  expect(now).toMatchObject({ title: brief.title, changed_at: version + 1 });
  await retirePage.action(
    visit(db, path, { ...asked, form: { ...form, version: String(now.changed_at) } }),
  );
  expect(await titles(db)).not.toContain(brief.title);
});

test("an act names its rule as it was then, however the rule is worded since", async () => {
  const { db, root, ruleId } = await openTalk();
  const id = await act(db, { kind: "warn", ruleId });
  const { changed_at: version } = await readRule(db, "argument");
  await changeRule(db, root, "argument", brief, { ...why, version });
  const [entry] = await readEntries(db, [id]);
  expect(entry!.rule).toEqual({ number: 2, slug: "argument", title: "Attack the argument" });
});

test("the log tells which rule was changed, and its entry what the rule said before and after", async () => {
  const { db, root } = await openForum();
  const { changed_at: version } = await readRule(db, "argument");
  await changeRule(db, root, "argument", brief, { ...why, version });
  const [event] = await changes(db);
  const page = await openPage(db, loader.page, null, { part: String(event!.id) });
  if (page instanceof Response) throw page;
  expect(page.html).toContain("changed a rule. Its title now: 2. Be brief");
  expect(page.html).toContain("1. Attack the argument, not the person");
  expect(page.html).toContain("Say it *once*.");
  expect(page.html).not.toContain("..");
});

test("nobody but administrators changes rules, and none without a reason", async () => {
  const { db, ben, mo, root } = await openForum();
  for (const person of [ben, mo]) {
    for (const deed of [
      () => addRule(db, person, brief, why),
      () => changeRule(db, person, "argument", brief, { ...why, version: 0 }),
      () => returnRule(db, person, "argument", why),
      () => retireRule(db, person, "argument", { ...why, version: 0 }),
    ]) {
      expect(await refusalOf(db, deed)).toMatchObject({ status: 403 });
    }
  }
  const without = { ...why, reason: "  " };
  for (const deed of [
    () => addRule(db, root, brief, without),
    () => changeRule(db, root, "argument", brief, { ...without, version: 0 }),
    () => returnRule(db, root, "argument", without),
    () => retireRule(db, root, "argument", { ...without, version: 0 }),
  ]) {
    expect(await refusalOf(db, deed)).toMatchObject({ status: 422, problems: { reason: {} } });
  }
  expect(
    await refusalOf(db, () => retireRule(db, root, "nothing", { ...why, version: 0 })),
  ).toMatchObject({
    ...{ status: 404, key: "rules.not-found" },
  });
});

test("there are twenty rules at most", async () => {
  const { db, root } = await openForum();
  for (let count = 7; count < 20; count++) await addRule(db, root, brief, why);
  expect(await refusalOf(db, () => addRule(db, root, brief, why))).toMatchObject({ status: 422 });
});

test("the form of a rule tells every problem at once", () => {
  const form = new URLSearchParams({ title: " ", body: "", position: "0.5", reason: "" });
  try {
    readRuleChange(form);
    expect.unreachable();
  } catch (error) {
    expect(Object.keys((error as { problems: object }).problems).sort()).toEqual(
      ["body", "position", "reason", "title"].sort(),
    );
  }
});

test("a rule's name in addresses is of its first words, and nobody else's", () => {
  expect(slugFor("Bring a source, or say so!", new Set())).toBe("bring-a-source-or");
  expect(slugFor("Bring a source, or say so!", new Set(["bring-a-source-or"]))).toBe(
    "bring-a-source-or-2",
  );
  expect(slugFor("…", new Set())).toBe("rule");
});

test("each rule says which flags mean it; one that was added has none", () => {
  expect(reasonsOf("argument")).toEqual(["insult", "demeans"]);
  expect(reasonsOf("harm")).toEqual(["threat", "private-data", "illegal"]);
  expect(reasonsOf("be-brief")).toEqual([]);
});
