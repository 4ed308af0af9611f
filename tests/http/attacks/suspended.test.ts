import { expect, test } from "vitest";
import { recordAct } from "#app/moderation/act.server.ts";
import { write } from "#db/write.server.ts";
import { routes } from "../roles.ts";
import { keptRows, openScene, visit } from "./scene.ts";
import { makeTarget } from "./target.ts";

const scene = openScene();

/** What whoever is suspended still does: their account and what they have read, a look at a text that nobody keeps, and being heard. */
const open = [
  ...["sign-up", "sign-in", "sign-out", "forgot-password"],
  ...["reset-password/:token", "confirm-email/:token", "unsubscribe/:token"],
  ...["account/email", "account/password", "account/sessions", "account/letters"],
  ...["account/mailbox", "inbox", "inbox/kinds", "notices/:notice/read", "notices/:notice/stop"],
  ...["preview", "preview.json", "about/scorer", "log/:act/appeal"],
  ...["posts/:post/rewrite", "posts/:post/withdraw"],
];
const isOpen = (route: string) => open.includes(route.replace(/log\/:\w+/, "log/:act"));

/** Addresses that take anything from a member. */
const writing = routes.filter(({ post }) => !/^4/.test(post.split(" ")[3]!) && post !== "");

async function suspend(name: "Ben" | "Ada") {
  const now = Math.floor(Date.now() / 1000);
  const until = now + 3 * 86_400;
  const aboutId = scene.ids[name];
  await write(scene.db, async (trx) => {
    await trx
      .updateTable("person")
      .set({ suspended_until: until })
      .where("id", "=", aboutId)
      .execute();
    await recordAct(trx, {
      ...{ kind: "suspend", office: "moderator", byId: scene.ids.Mo, aboutId, now },
      ...{ reason: "Three threads of quarrels.", untilAt: until },
    });
  });
  return until;
}

test("AC-070: whoever is suspended writes nowhere, and is told why, until when and what can be done", async () => {
  await suspend("Ben");
  const ben = await visit(scene, "Ben");
  const target = await makeTarget(scene);
  const before = await keptRows(scene);
  let count = 0;
  for (const { route, path, form } of writing) {
    if (isOpen(route)) continue;
    const answer = await ben.post(path(target), form?.(target) ?? {});
    expect(answer.status, route).toBe(403);
    expect(answer.body, route).toContain("Three threads of quarrels.");
    expect(answer.body, route).toMatch(/suspended until \d+ \w+ \d{4}/);
    count += 1;
  }
  expect(count).toBeGreaterThan(15);
  expect(await keptRows(scene)).toEqual(before);
});

test("AC-070: reading, taking texts along, one's account and signing out stay open", async () => {
  const ben = await visit(scene, "Ben");
  const { id, path } = scene.thread;
  for (const address of [
    "/",
    path,
    `/threads/${id}.md`,
    `/threads/${id}.json`,
    "/log",
    "/account",
  ]) {
    expect((await ben.get(address)).status, address).toBe(200);
  }
  const letters = { "at-once": "1", digest: "daily", weekday: "1", hour: "8", zone: "UTC" };
  expect((await ben.post("/account/letters", letters)).status).toBe(302);
  expect((await ben.post("/inbox", {})).status).toBe(302);
  expect((await ben.post("/sign-out", {})).status).toBe(302);
});
