import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { startServer } from "../server.ts";
import { Visitor } from "../visitor.ts";
import { addThread, firstValue, keptRows, openScene, PASSWORD, visit } from "./scene.ts";

const replyTo = (thread: number) => `/threads/${thread}/reply`;

describe("a forum with the usual limits", () => {
  const scene = openScene({ LIMITS: "1" });

  test("AC-096: a newcomer's sixth reply at once is refused with the time to wait and the text kept, also by another process after a restart", async () => {
    const nia = await visit(scene, "Nia");
    const { id } = await addThread(scene, "Ada");
    const send = (body: string) => nia.post(replyTo(id), { body });
    const statuses: number[] = [];
    for (let count = 1; count <= 8; count += 1) {
      statuses.push((await send(`Answer number ${count}.`)).status);
    }
    expect(statuses).toEqual([302, 302, 302, 302, 302, 429, 429, 429]);
    const before = await keptRows(scene);
    const refused = await send("An answer to be kept.");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(30);
    expect(refused.body).toContain("An answer to be kept.");
    expect(await keptRows(scene)).toEqual(before);
    const second = await startServer({ database: scene.server.database, env: { LIMITS: "1" } });
    try {
      const other = new Visitor(second.origin);
      other.cookies.set("session", nia.cookies.get("session") ?? "");
      expect((await other.post(replyTo(id), { body: "From another process." })).status).toBe(429);
    } finally {
      await second.stop();
    }
    expect((await keptRows(scene)).post).toBe(before.post);
  });

  test("AC-096: edits and withdrawals are bounded too, for each keeps a row", async () => {
    const ada = await visit(scene, "Ada");
    const { post } = await addThread(scene, "Ada");
    const statuses: number[] = [];
    for (let version = 1; version <= 61; version += 1) {
      const fields = { body: `Words of version ${version}.`, version: String(version) };
      statuses.push((await ada.post(`/posts/${post}/edit`, fields)).status);
    }
    expect(statuses.filter((status) => status === 302)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
    expect((await ada.post(`/posts/${post}/withdraw`, {})).status).toBe(429);
    expect(
      await firstValue(scene, sql`select count(*) from revision where post_id = ${post}`),
    ).toBe(60);
  });

  test("AC-097: pages, data and threads are counted together", async () => {
    const ben = await visit(scene, "Ben");
    const { id } = await addThread(scene, "Ada");
    const doors: [string, Record<string, string>][] = [
      [replyTo(id), { body: "Through the page." }],
      [`${replyTo(id)}.data`, { body: "As data." }],
      [`${replyTo(id)}/`, { body: "With a slash." }],
      ["/threads/new", { title: "By a thread", body: "Words.", topics: "Licences" }],
    ];
    let posted = 0;
    for (let round = 0; round < 5; round += 1) {
      for (const [address, fields] of doors) {
        const { status } = await ben.post(address, { ...fields, body: `${fields.body} ${round}` });
        if (status < 400) posted += 1;
      }
    }
    expect(posted).toBeGreaterThanOrEqual(10);
    expect(posted).toBeLessThanOrEqual(11);
    const kept = await firstValue(
      scene,
      sql`select count(*) from post where author_id = ${scene.ids.Ben}`,
    );
    expect(kept).toBe(posted + 1);
  });

  const spoofs = (index: number) => ({
    "x-forwarded-for": `203.0.113.${index}`,
    "x-real-ip": `203.0.113.${index}`,
    "cf-connecting-ip": `203.0.113.${index}`,
    "true-client-ip": `203.0.113.${index}`,
    forwarded: `for=203.0.113.${index}`,
  });

  test("AC-098: an address that a visitor makes up does not lift a limit", async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      const fields = { name: "Ada", password: "not her password" };
      statuses.push(
        (await new Visitor(scene.origin).post("/sign-in", fields, spoofs(index))).status,
      );
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
  });

  test("AC-043: a limit that failures of others have filled lets in whoever signed in from this browser before", async () => {
    const own = new Visitor(scene.origin);
    expect((await own.post("/sign-in", { name: "Mo", password: PASSWORD })).status).toBe(302);
    await own.post("/sign-out", {});
    for (let index = 0; index < 6; index += 1) {
      await new Visitor(scene.origin).post("/sign-in", { name: "Mo", password: "not it at all" });
    }
    const stranger = await new Visitor(scene.origin).post("/sign-in", {
      name: "Mo",
      password: PASSWORD,
    });
    expect(stranger.status).toBe(429);
    expect((await own.post("/sign-in", { name: "Mo", password: PASSWORD })).status).toBe(302);
  });
});

describe("a forum behind one proxy", () => {
  const scene = openScene({ LIMITS: "0.1", PROXY_HOPS: "1" });

  test("AC-098: only what the proxy itself wrote is believed", async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      const headers = { "x-forwarded-for": `203.0.113.${index}, 198.51.100.7` };
      const fields = { name: "Nobody", password: "not a password" };
      statuses.push((await new Visitor(scene.origin).post("/sign-in", fields, headers)).status);
    }
    expect(statuses).toEqual([422, 429, 429, 429]);
  });

  test("AC-099: a visitor who moves through one /64 of IPv6 is one visitor, in every limit by address", async () => {
    const doors: [string, Record<string, string>, number][] = [
      ["/sign-in", { name: "Somebody", password: "not a password" }, 2],
      ["/preview", { body: "Words." }, 6],
    ];
    for (const [address, fields, most] of doors) {
      let heard = 0;
      for (let index = 0; index < most + 4; index += 1) {
        const from = { "x-forwarded-for": `2001:db8:0:${most}:${index}::1` };
        const sent = { ...fields, ...(fields.name ? { name: `Somebody${index}` } : {}) };
        const { status } = await new Visitor(scene.origin).post(address, sent, from);
        if (status !== 429) heard += 1;
      }
      expect(heard, address).toBe(most);
    }
  });
});
