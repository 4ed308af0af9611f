/** The forms of moderators as a browser without scripts sends them. */
import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { caseOf, flagged } from "../moderation/cases.ts";
import { addReply, keptRows, openScene, visit } from "./attacks/scene.ts";

const scene = openScene();
const form = (more: object) => ({ kind: "remove", rule: "2", passage: "", reason: "", ...more });

test("a reason to start from comes into its field, what is typed stays, and nothing is decided by it", async () => {
  const mo = await visit(scene, "Mo");
  const path = `/posts/${scene.thread.reply}/moderate`;
  const before = await keptRows(scene);
  const take = { take: "1", template: "ask-motive", all: "1", passage: "An answer." };
  const taken = await mo.post(path, form(take));
  expect(taken.status).toBe(200);
  expect(taken.body).toMatch(/<textarea[^>]*name="reason"[^>]*>The passage guesses at/);
  expect(taken.body).toMatch(/<textarea[^>]*name="passage"[^>]*>An answer\.</);
  expect(taken.body).toMatch(/<input(?=[^>]*value="ask")[^>]*checked/);
  expect(taken.body).not.toContain("another look");
  const own = await mo.post(path, form({ ...take, reason: "My own words." }));
  expect(own.body).toMatch(/<textarea[^>]*name="reason"[^>]*>My own words\.</);
  expect(await keptRows(scene)).toEqual(before);
});

test.each([
  ["lock", "The arguments are all said"],
  ["slow", "Replies come faster"],
])("a thread's page for %s has a reason to start from", async (act, text) => {
  const mo = await visit(scene, "Mo");
  const path = `/threads/${scene.thread.id}/${act}`;
  const { body } = await mo.get(path);
  expect(body).toMatch(/<input(?=[^>]*name="reason")[^>]*minlength="10"/i);
  const template = /<option value="([^"]+)" data-choice/.exec(body)![1]!;
  const taken = await mo.post(path, { take: "1", template, reason: "" });
  expect(taken.body).toMatch(new RegExp(`<input[^>]*name="reason"[^>]*value="${text}`));
});

test("who decides about a post that nobody flagged is led to it with a word", async () => {
  const { id, post } = scene.thread;
  const reply = await addReply(scene, "Ben", id, post);
  const mo = await visit(scene, "Mo");
  const sent = await mo.post(`/posts/${reply}/moderate`, form({ reason: "An insult alone." }));
  expect(sent).toMatchObject({ status: 302, location: `${scene.thread.path}#post-${reply}` });
  expect((await mo.get(scene.thread.path)).body).toContain("Done; Ben is told.");
});

test("on a case a moderator names other words than those that were flagged", async () => {
  const { id: thread, post } = scene.thread;
  const words = {
    body: "You are paid. Still, no.",
    html: "<p>You are paid. <em>Still</em>, no.</p>",
  };
  const reply = await addReply(scene, "Ben", thread, post, words);
  const ada = { id: scene.ids.Ada } as Person;
  const id = await flagged(scene.db, reply, [ada], { passage: "You are paid." });
  const mo = await visit(scene, "Mo");
  const path = `/moderation/cases/${id}`;
  expect((await mo.get(path)).body).toMatch(/<textarea[^>]*name="passage"[^>]*>You are paid\.</);
  const ask = { ...form({ kind: "ask", reason: "It is about a person." }), version: "1" };
  const refused = await mo.post(path, { ...ask, passage: "You are a liar." });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatch(/<textarea[^>]*name="passage"[^>]*>You are a liar\.</);
  expect(refused.body).toMatch(/id="passage-problem">These words do not stand in the post/);
  expect((await mo.post(path, { ...ask, passage: "Still, no." })).status).toBe(302);
  expect(await caseOf(scene.db, id)).toMatchObject({ state: "asked", passage: "Still, no." });
});

test("nobody is offered a warning to themselves, nor a moderator one to an administrator", async () => {
  const mo = await visit(scene, "Mo");
  for (const [name, status] of [
    ["Mo", 403],
    ["Root", 403],
    ["Ben", 200],
  ] as const) {
    const page = await mo.get(`/moderation/people/${name}/warn`);
    expect(page.status, name).toBe(status);
    if (name === "Ben") expect(page.body).toMatch(/<textarea[^>]*name="reason"[^>]*><\/textarea>/);
  }
});
