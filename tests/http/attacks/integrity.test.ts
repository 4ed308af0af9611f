import { sql } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { form, textOf } from "../forms.ts";
import { startServer } from "../server.ts";
import { Visitor } from "../visitor.ts";
import { addThread, firstValue, keptRows, openScene, PASSWORD, visit } from "./scene.ts";

const scene = openScene();
const count = (body: string) =>
  firstValue(scene, sql`select count(*) from post where body = ${body}`);

test("AC-112: one form sent twenty times at once, and again later, makes one post to which every answer leads", async () => {
  const ada = await visit(scene, "Ada");
  const address = `/threads/${scene.thread.id}/reply`;
  const page = form((await ada.get(address)).body, address);
  const fields = { ...page, body: "Said once." };
  expect(page.key).toMatch(/^[\w-]{36}$/);
  const answers = await Promise.all(Array.from({ length: 20 }, () => ada.post(address, fields)));
  answers.push(await ada.post(address, fields));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
  expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
  expect(await count("Said once.")).toBe(1);
  const thread = { ...form((await ada.get("/threads/new")).body, "/threads/new"), title: "Once" };
  const sent = { ...thread, body: "Begun once.", topics: "Licences" };
  const begun = await Promise.all(Array.from({ length: 20 }, () => ada.post("/threads/new", sent)));
  expect(new Set(begun.map(({ location }) => location)).size).toBe(1);
  expect(await count("Begun once.")).toBe(1);
});

test("AC-112: somebody else's key makes no difference to one's own form", async () => {
  const address = `/threads/${scene.thread.id}/reply`;
  const fields = { key: "the-same-key", body: "Said by two." };
  const answers = await Promise.all(
    (["Ada", "Ben"] as const).map(async (name) => (await visit(scene, name)).post(address, fields)),
  );
  expect(new Set(answers.map(({ location }) => location)).size).toBe(2);
  expect(await count("Said by two.")).toBe(2);
});

test("AC-113: of two tabs that edit one post the second is told, with both texts, and overwrites nothing", async () => {
  const ada = await visit(scene, "Ada");
  const { post } = await addThread(scene, "Ada");
  const address = `/posts/${post}/edit`;
  const [first, second] = [await ada.get(address), await ada.get(address)];
  const edit = (page: { body: string }, body: string) =>
    ada.post(address, { ...form(page.body, address), body });
  expect((await edit(first, "Words of the first tab.")).status).toBe(302);
  const refused = await edit(second, "Words of the second tab.");
  expect(refused.status).toBe(409);
  expect(form(refused.body, address).body).toBe("Words of the second tab.");
  expect(textOf(refused.body)).toMatch(/first/);
  expect(await firstValue(scene, sql`select body from post where id = ${post}`)).toBe(
    "Words of the first tab.",
  );
});

test("AC-114: an edit of a post that was withdrawn, or whose thread was locked, is refused with its text kept", async () => {
  const ada = await visit(scene, "Ada");
  const mo = await visit(scene, "Mo");
  for (const meanwhile of ["withdraw", "lock"]) {
    const { id, post } = await addThread(scene, "Ada");
    const address = `/posts/${post}/edit`;
    const fields = { ...form((await ada.get(address)).body, address), body: "Late words." };
    if (meanwhile === "withdraw") await ada.post(`/posts/${post}/withdraw`, {});
    else await mo.post(`/threads/${id}/lock`, { reason: "It is settled." });
    const before = await keptRows(scene);
    const answer = await ada.post(address, fields);
    expect([403, 409], meanwhile).toContain(answer.status);
    expect(form(answer.body, address).body, meanwhile).toBe("Late words.");
    expect(await keptRows(scene)).toEqual(before);
  }
});

test("AC-115: a reply to a thread that was locked, or to a post that is gone, is refused with its text kept", async () => {
  const ben = await visit(scene, "Ben");
  const { id } = await addThread(scene, "Ada");
  const address = `/threads/${id}/reply`;
  const fields = { ...form((await ben.get(address)).body, address), body: "Late words." };
  await (await visit(scene, "Mo")).post(`/threads/${id}/lock`, { reason: "It is settled." });
  const locked = await ben.post(address, fields);
  expect(locked.status).toBe(403);
  expect(form(locked.body, address).body).toBe("Late words.");
  const missing = await ben.post(`/threads/${scene.thread.id}/reply`, {
    ...fields,
    parent: "99999",
  });
  expect(missing.status).toBe(404);
  expect(missing.body).toContain("Late words.");
  expect(await count("Late words.")).toBe(0);
});

test("AC-116: whoever was signed out while writing finds the text again and posts it once", async () => {
  const ada = await visit(scene, "Ada");
  const address = `/threads/${scene.thread.id}/reply`;
  const fields = { ...form((await ada.get(address)).body, address), body: "Written for long." };
  const token = ada.cookies.get("session") ?? "";
  await ada.post("/sign-out", {});
  ada.cookies.set("session", token);
  const refused = await ada.post(address, fields);
  expect(refused.status).toBe(401);
  const kept = form(refused.body, address);
  expect(kept.body).toBe("Written for long.");
  expect(refused.body).toContain('href="/sign-in"');
  expect(await count("Written for long.")).toBe(0);
  await ada.signIn("Ada", PASSWORD);
  expect((await ada.post(address, kept)).status).toBe(302);
  expect(await count("Written for long.")).toBe(1);
});

test("AC-117: after two hundred mixed deeds, eight at a time, every stored count is what a recount finds", async () => {
  const { id, post } = await addThread(scene, "Ada");
  const writers = await Promise.all(
    (["Ada", "Ben", "Nia", "Mo"] as const).map((name) => visit(scene, name)),
  );
  const statuses: number[] = [];
  const perform = (index: number) => {
    const writer = writers[index % writers.length] as Visitor;
    const body = `Answer ${index}.`;
    if (index % 10 === 9) return writer.post(`/posts/${post + (index % 7)}/withdraw`, {});
    if (index % 25 === 8) {
      return writer.post("/threads/new", { title: `Thread ${index}`, body, topics: "Licences" });
    }
    const parent = index % 3 === 0 ? String(post + (index % 7)) : "";
    return writer.post(`/threads/${id}/reply`, { body, parent, kind: "tried" });
  };
  const hands = Array.from({ length: 8 }, async (_, hand) => {
    for (let index = hand; index < 200; index += 8) statuses.push((await perform(index)).status);
  });
  await Promise.all(hands);
  expect(statuses.filter((status) => status === 302).length).toBeGreaterThan(100);
  expect(Math.max(...statuses)).toBeLessThan(500);
  const counts: Record<string, string> = {
    "replies of a thread": `select count(*) from thread where reply_count !=
      (select count(*) from post where thread_id = thread.id and parent_id is not null)`,
    "people of a thread": `select count(*) from thread where person_count !=
      (select count(distinct author_id) from post where thread_id = thread.id)`,
    "replies of a post": `select count(*) from post where reply_count !=
      (select count(*) from post as reply where reply.parent_id = post.id)`,
    "a branch": `select count(*) from post where branch_id = id and branch_count !=
      (select count(*) - 1 from post as below where below.branch_id = post.id)`,
    "threads of a topic": `select count(*) from topic where thread_count !=
      (select count(*) from thread_topic where topic_id = topic.id)`,
  };
  for (const [what, wrong] of Object.entries(counts)) {
    expect(await firstValue(scene, sql.raw(wrong)), what).toBe(0);
  }
});

test("AC-110: what breaks says nothing but that it broke, as a page and as data, and is written down", async () => {
  const own = await startServer();
  try {
    const broken = await openBroken(own.database);
    for (const address of ["/topics", "/topics.data", "/", "/_root.data", "/sitemap.xml?part=0"]) {
      const { status, body } = await new Visitor(own.origin).get(address);
      expect(status, address).toBe(500);
      if (/^\/(topics)?$/.test(address)) expect(body).toMatch(/reference: [0-9a-f]{10}\./);
      expect(body).not.toMatch(
        /sqlite|postgres|no such table|does not exist|\bat \w+ \(|node_modules|\/app\/|build\/|Error:/i,
      );
    }
    await broken();
    const written = () =>
      own
        .output()
        .split("\n")
        .filter((line) => /no such table|relation \\?"topic\\?" does not exist/.test(line));
    await expect.poll(() => written().length).toBeGreaterThanOrEqual(4);
    for (const line of written()) expect(JSON.parse(line).reference).toMatch(/^[0-9a-f]{10}$/);
  } finally {
    await own.stop();
  }
});

/** Takes the topics away from under a running forum; answers what lets go of its database. */
async function openBroken(database: string): Promise<() => Promise<void>> {
  const db = openDatabase(database);
  await db.schema.alterTable("topic").renameTo("topic_gone").execute();
  return () => db.destroy();
}

test("AC-111: the forum has no secret to set or to lose: nothing of its environment is in what browsers load", async () => {
  const secret = "a-secret-of-the-environment";
  const own = await startServer({ env: { SESSION_SECRET: secret, API_KEY: secret } });
  try {
    const page = await new Visitor(own.origin).get("/sign-in");
    const loaded = [...page.body.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css)[^"]*)"/g)];
    for (const [, address = "/"] of [...loaded, ["", "/sign-in"]]) {
      expect((await new Visitor(own.origin).get(address)).body).not.toContain(secret);
    }
    expect(own.output()).not.toContain(secret);
  } finally {
    await own.stop();
  }
});
