import { expect, test } from "vitest";
import { decideCase } from "#app/moderation/decide-case.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import {
  actOf,
  caseOf,
  decide,
  decideOn,
  decision,
  everything,
  flagged,
  HOUR,
  insultOf,
  keptOf,
  now,
  refusalOf,
  shown,
  verdictsOf,
} from "./cases.ts";

test("an author who is asked to rewrite has three days, the post keeps its place, and the flags were right", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const caseId = await flagged(db, id, [ada, nia]);
  const actId = await decide(db, mo, caseId, "ask");
  expect(await caseOf(db, caseId)).toMatchObject({
    ...{ state: "asked", waits_for: "author", due_at: now + 72 * HOUR, ask_count: 1 },
    ...{ decided_at: now, decided_by_id: mo.id, closed_at: null, version: 2 },
  });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "asked", withdrawn_at: null });
  expect(await verdictsOf(db, caseId)).toEqual(["upheld", "upheld"]);
  expect(await insultOf(db, id)).toBe(1_000_000_000);
  expect(await actOf(db, actId)).toMatchObject({
    ...{ kind: "ask", office: "moderator", by_id: mo.id, about_id: ben.id, case_id: caseId },
    ...{ post_id: id, is_decision: 1, until_at: now + 72 * HOUR },
  });
  const { event, notice } = await everything(db);
  expect(event.at(-1)).toMatchObject({ id: actId, kind: "rewrite-asked", person_id: mo.id });
  expect(notice.filter(({ kind }) => kind === "decision")).toMatchObject([
    { person_id: ben.id, about_id: actId },
  ]);
});

test("what is removed is in no table that readers are shown, and comes back as it was", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId, { body: "Words of @Ada's *enemy*." });
  const before = await shown(db);
  const { caseId } = await decideOn(db, mo, id, "remove");
  const gone = await shown(db);
  expect(JSON.stringify(gone)).not.toContain("enemy");
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "removed", withdrawn_at: now });
  expect(gone.mention).toEqual([]);
  expect(await keptOf(db, id)).toMatchObject([{ why: "away", body: "Words of @Ada's *enemy*." }]);
  await decide(db, mo, caseId, "restore");
  const after = await shown(db);
  expect(after.mention).toEqual(before.mention);
  const post = before.post.find((row) => row.id === id)!;
  const { renderer } = await rowOf(db, "post", id);
  expect(renderer).toBeLessThan(post.renderer);
  expect(await rowOf(db, "post", id)).toEqual({ ...post, restored_at: now, renderer });
  expect(await keptOf(db, id)).toEqual([]);
  expect(await insultOf(db, id)).toBe(0);
});

test("with an opening post its title, its address and its passage go away and come back", async () => {
  const { db, ada, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, {
    ...{ title: "Wretched fools", body: "A wretched text.", url: "https://wretched.example/" },
    ...{ quote: "wretched quote", norms: "wretched norms", disclosure: "wretched" },
  });
  const before = await rowOf(db, "thread", threadId);
  const { caseId } = await decideOn(db, mo, openingId, "remove");
  expect(JSON.stringify(await shown(db))).not.toMatch(/wretched/i);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ hidden_at: now });
  await decide(db, mo, caseId, "restore");
  const { version, url_key, title_reader, ...after } = await rowOf(db, "thread", threadId);
  expect(before).toMatchObject(after);
  expect(version).toBeGreaterThan(before.version);
});

test("of two who decide at once the second is told what the first decided, and changes nothing", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const caseId = await flagged(db, await reply(db, ben, threadId), [ada]);
  await decideCase(db, mo, caseId, { ...decision("dismiss"), version: 1 });
  const late = () => decideCase(db, root, caseId, { ...decision("remove"), version: 1 });
  expect(await refusalOf(db, late)).toEqual({ status: 409, key: "deeds.case.meanwhile" });
  await expect(late()).rejects.toMatchObject({
    said: { values: { name: "Mo", kind: "dismiss", reason: "It is about a person." } },
  });
});

test("what a moderator sends twice is done once, and of something else they are told what they did before", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const caseId = await flagged(db, await reply(db, ben, threadId), [ada]);
  const send = (kind: "dismiss" | "remove") => () =>
    decideCase(db, mo, caseId, { ...decision(kind), version: 1 });
  const first = await send("dismiss")();
  const before = await everything(db);
  expect(await send("dismiss")()).toBe(first);
  expect((await everything(db)).action).toEqual(before.action);
  expect((await everything(db)).case).toEqual(before.case);
  const other = await refusalOf(db, send("remove"));
  expect(other).toEqual({ status: 409, key: "deeds.case.already" });
});

test("a post that nobody flagged is decided on once, also where the form is sent twice", async () => {
  const { db, ada, mo } = await openForum();
  const { openingId } = await beginThread(db, ada);
  for (const kind of ["ask", "remove"] as const) {
    const { actId } = await decideOn(db, mo, openingId, kind);
    expect(await decideOn(db, mo, openingId, kind)).toMatchObject({ actId });
    await db.updateTable("case").set({ closed_at: now }).execute();
  }
});
