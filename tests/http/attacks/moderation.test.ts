/** Attack cases on moderation: two who decide at once, and authors who would know who flagged them. */
import { expect, test } from "vitest";
import { addReply, keptRows, type Name, openScene, visit } from "./scene.ts";

const scene = openScene();
const WORDS = "These words took me ten minutes.";

/** A post of somebody's with a flag by Nia; answers its case. */
async function flagged(author: Name) {
  const { id, post } = scene.thread;
  const reply = await addReply(scene, author, id, post);
  const flag = { reason: "other", note: "It hurts me very much.", passage: "" };
  const nia = await visit(scene, "Nia");
  expect((await nia.post(`/posts/${reply}/flag`, flag)).status).toBe(302);
  const row = await scene.db
    .selectFrom("case")
    .select(["id", "version"])
    .where("post_id", "=", reply)
    .executeTakeFirstOrThrow();
  return { id: row.id, version: String(row.version) };
}

test("AC-102: of two moderators who decide at once the second is told who decided what, keeps every word, and changes nothing", async () => {
  const { id, version } = await flagged("Ben");
  const [mo, root] = [await visit(scene, "Mo"), await visit(scene, "Root")];
  const path = `/moderation/cases/${id}`;
  const dismiss = { version, kind: "dismiss", reason: "It is about the argument." };
  expect((await mo.post(path, dismiss)).status).toBe(302);
  const before = await keptRows(scene);
  const late = await root.post(path, { version, kind: "remove", reason: WORDS });
  expect(late.status).toBe(409);
  expect(late.body).toContain("Mo decided on this meanwhile: the flags were dismissed");
  expect(late.body).toContain(WORDS);
  expect(await keptRows(scene)).toEqual(before);
});

test("AC-102: who presses twice has decided once, and is not told of somebody else", async () => {
  const { id, version } = await flagged("Ben");
  const mo = await visit(scene, "Mo");
  const dismiss = { version, kind: "dismiss", reason: "It is about the argument." };
  for (const _ of [1, 2]) {
    expect((await mo.post(`/moderation/cases/${id}`, dismiss)).status).toBe(302);
  }
  const acts = await scene.db.selectFrom("action").select("id").where("case_id", "=", id).execute();
  expect(acts).toHaveLength(1);
  const other = await mo.post(`/moderation/cases/${id}`, { ...dismiss, reason: WORDS });
  expect(other.status).toBe(409);
  expect(other.body).toContain("You decided on this before");
  expect(other.body).not.toContain("Mo decided");
  expect(other.body).toContain(WORDS);
});

test("AC-104: nobody who was flagged finds out by whom, moderators neither", async () => {
  const ofBen = await flagged("Ben");
  const ben = await visit(scene, "Ben");
  for (const address of ["", ".data"].map((end) => `/moderation/cases/${ofBen.id}${end}`)) {
    const answer = await ben.get(address);
    expect(answer.status).toBe(403);
    expect(answer.body).not.toMatch(/Nia|hurts me/);
  }
  const ofMo = await flagged("Mo");
  const [mo, root] = [await visit(scene, "Mo"), await visit(scene, "Root")];
  for (const end of ["", ".data"]) {
    const path = `/moderation/cases/${ofMo.id}${end}`;
    expect((await mo.get(path)).body).not.toMatch(/Nia|hurts me/);
    expect((await root.get(path)).body).toContain("hurts me");
  }
});
