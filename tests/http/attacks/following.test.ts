/** AC-069: what somebody follows and mutes is theirs alone, to see and to change. */
import { expect, test } from "vitest";
import { keptRows, openScene, stranger, visit } from "./scene.ts";

const scene = openScene();

const presses = (thread: number): [string, Record<string, string>][] => [
  ["/follow", { kind: "thread", id: `${thread}`, level: "every" }],
  ["/follow", { kind: "topic", id: "1", level: "muted" }],
  ["/follow", { kind: "search", id: "weights", level: "worth" }],
  ["/following/words", { words: "gannet" }],
  ["/following/words", { remove: "herring" }],
  ["/following/by-writing", { follows: "0" }],
];

test("AC-069: no page of another site makes anybody follow or mute, and nobody does signed out", async () => {
  const ben = await visit(scene, "Ben");
  await ben.post("/following/words", { words: "herring" });
  const before = await keptRows(scene);
  for (const [address, fields] of presses(scene.thread.id)) {
    for (const origin of ["https://evil.example", "null"]) {
      expect((await ben.post(address, fields, { origin })).status, address).toBe(403);
    }
    expect((await ben.post(address, fields, { origin: "" })).status, address).toBe(403);
    expect((await stranger(scene).post(address, fields)).status, address).toBe(401);
    expect((await ben.get(`${address}?${new URLSearchParams(fields)}`)).status).toBeLessThan(500);
  }
  const { session: _, ...kept } = await keptRows(scene);
  const { session: __, ...keptBefore } = before;
  expect(kept).toEqual(keptBefore);
});

test("AC-069: what somebody follows and mutes shows to nobody else, and nobody else changes it", async () => {
  const [ben, ada, root] = await Promise.all([
    visit(scene, "Ben"),
    visit(scene, "Ada"),
    visit(scene, "Root"),
  ]);
  for (const [address, fields] of presses(scene.thread.id)) await ben.post(address, fields);
  await ben.post("/follow", { kind: "person", id: `${scene.ids.Mo}`, level: "muted" });
  const search = await scene.db.selectFrom("followed_search").selectAll().executeTakeFirstOrThrow();
  const own = async () => ({
    follows: await scene.db
      .selectFrom("follow")
      .selectAll()
      .where("person_id", "=", scene.ids.Ben)
      .orderBy("kind")
      .orderBy("object_id")
      .execute(),
    words: await scene.db
      .selectFrom("mute_word")
      .selectAll()
      .where("person_id", "=", scene.ids.Ben)
      .execute(),
    searches: await scene.db
      .selectFrom("followed_search")
      .selectAll()
      .where("person_id", "=", scene.ids.Ben)
      .execute(),
  });
  const before = await own();
  expect((await ben.get("/following")).body).toContain(scene.thread.path);
  for (const other of [ada, root]) {
    for (const more of ["", "?show=muted", `?person=${scene.ids.Ben}`, "?name=Ben"]) {
      const { body } = await other.get(`/following${more}`);
      expect(body).not.toContain("gannet");
      expect(body).not.toContain(search.asked);
    }
    expect((await other.get("/following/words")).body).not.toContain("gannet");
    const as = { person: `${scene.ids.Ben}`, person_id: `${scene.ids.Ben}`, name: "Ben" };
    await other.post("/follow", { kind: "search", id: `${search.id}`, level: "none", ...as });
    await other.post("/follow", { kind: "topic", id: "1", level: "none", ...as });
    await other.post("/following/words", { remove: "gannet", ...as });
  }
  expect(await own()).toEqual(before);
  // Nor does the page of whoever is muted tell them.
  const mo = await visit(scene, "Mo");
  expect((await mo.get("/people/Ben")).body).not.toMatch(/mute you|muted you/i);
});

test("AC-069: forms that are not whole are refused, and the page comes back with what was sent", async () => {
  const ben = await visit(scene, "Ben");
  const before = await keptRows(scene);
  const refused: [Record<string, string>, number][] = [
    [{}, 422],
    [{ kind: "thread" }, 422],
    [{ kind: "claim", id: "1", level: "every" }, 422],
    [{ kind: "thread", id: "1' or 1=1", level: "every" }, 422],
    [{ kind: "thread", id: `${scene.thread.id}`, level: "loud" }, 422],
    [{ kind: "thread", id: "999999", level: "every" }, 404],
    [{ kind: "branch", id: "9007199254740993", level: "every" }, 422],
    [{ kind: "person", id: `${scene.ids.Ben}`, level: "every" }, 403],
    [{ kind: "search", id: "", level: "every" }, 422],
    [{ kind: "search", id: "x".repeat(5_000), level: "every" }, 422],
    [{ kind: "search", id: "weights\0", level: "every" }, 422],
    [{ kind: "search", id: "weights", level: "muted" }, 422],
  ];
  for (const [fields, status] of refused) {
    const answer = await ben.post("/follow", fields);
    expect(answer.status, JSON.stringify(fields)).toBe(status);
    expect(answer.body).toContain('role="alert"');
  }
  const long = await ben.post("/following/words", { words: "a, b,\n<i>typed</i>, …" });
  expect(long.status).toBe(422);
  expect(long.body).toContain("&lt;i&gt;typed&lt;/i&gt;");
  const { session: _, ...kept } = await keptRows(scene);
  const { session: __, ...keptBefore } = before;
  expect(kept).toEqual(keptBefore);
});

test("AC-069: a word that looks like markup, and a search that does, show as they were typed", async () => {
  const ben = await visit(scene, "Ben");
  await ben.post("/following/words", { words: "<script>alert(1)</script>" });
  const asked = '"><img src=x onerror=alert(1)>';
  const answer = await ben.post("/follow", { kind: "search", id: asked, level: "every" });
  expect(answer.status).toBe(302);
  for (const path of [
    "/following",
    "/following/words",
    "/following?show=muted",
    answer.location!,
  ]) {
    const { status, body } = await ben.get(path);
    expect(status).toBe(200);
    expect(body).not.toMatch(/<script>alert|<img src=x/);
  }
});
