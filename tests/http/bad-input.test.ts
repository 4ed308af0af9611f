/** What is wrong or refused comes back with its status, a sentence and everything that was typed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/open.server.ts";
import { form, textOf } from "./forms.ts";
import { type RunningServer, startServer } from "./server.ts";
import { type Answer, Visitor } from "./visitor.ts";
import { dataOf, reply, startThread } from "./written.ts";

let server: RunningServer;
/** Changes the database beside the running forum, as a colleague's deed would. */
let db: Db;
let ada: Visitor;
let ben: Visitor;
let guest: Visitor;
let thread: { id: number; path: string };
let address: string;

beforeAll(async () => {
  server = await startServer();
  db = openDatabase(server.database);
  guest = new Visitor(server.origin);
  ada = await new Visitor(server.origin).signUp("Ada");
  ben = await new Visitor(server.origin).signUp("Ben");
  thread = await startThread(ada);
  address = `/threads/${thread.id}/reply`;
});
afterAll(async () => {
  await db.destroy();
  await server.stop();
});

const countPosts = () =>
  db
    .selectFrom("post")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();

/** Sends a form that must be refused, and answers the page that came back. */
async function refused(send: () => Promise<Answer>, status: number) {
  const before = await countPosts();
  const answer = await send();
  expect(answer.status).toBe(status);
  expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(await countPosts()).toEqual(before);
  return answer;
}

test("a wrong thread comes back with all that was typed and a sentence beside each field", async () => {
  const typed = {
    ...{ title: " ?? ", body: " \r\n ", topics: "Gossip, a, b, c, d, e", url: "example.org" },
    ...{
      quote: "word <for> word",
      disclosure: "x".repeat(201),
      norms: "“be kind” & brief",
      key: "k1",
    },
  };
  const page = await refused(() => ada.post("/threads/new", typed), 422);
  expect(form(page.body, "/threads/new")).toEqual({ ...typed, body: expect.any(String) });
  const text = textOf(page.body);
  for (const sentence of [
    "5 things need another look. Your text is kept.",
    "Say what you claim or ask, so that someone can disagree.",
    "There is no text yet.",
    "Up to 5 topics, please.",
    "That is no web address",
    "Up to 200 characters, please.",
  ]) {
    expect(text).toContain(sentence);
  }
  for (const name of ["title", "body", "topics", "url", "disclosure"]) {
    expect(page.body).toContain(`id="${name}-problem"`);
  }
});

test("topics that there are not are named beside the field", async () => {
  const typed = { title: "A claim", body: "So.", topics: "Open weights, Gossip, Rumours" };
  const page = await refused(() => ada.post("/threads/new", typed), 422);
  expect(textOf(page.body)).toContain("There are no topics “Gossip, Rumours”.");
  expect(form(page.body, "/threads/new")).toMatchObject(typed);
});

test("a wrong reply comes back with its text, kind and place", async () => {
  const parent = String(await reply(ben, thread.id));
  const typed = { body: "+1", kind: "reply", parent, key: "k2" };
  const page = await refused(() => ada.post(address, typed), 422);
  expect(form(page.body, address)).toEqual(typed);
  expect(textOf(page.body)).toContain("Say what convinced you");
  const kind = await refused(
    () => ada.post(address, { ...typed, body: "Well.", kind: "rant" }),
    422,
  );
  expect(textOf(kind.body)).toContain("Choose one of the kinds of reply.");
  expect(form(kind.body, address)).toMatchObject({ body: "Well.", parent });
});

test("a reply to a post of another thread, or to none, is not posted, keeps its text and says what it would answer from there", async () => {
  const other = await startThread(ada);
  const elsewhere = String((await dataOf(ada, other.id)).posts[0].id);
  const typed = { body: "Misplaced words.", parent: elsewhere };
  for (const [parent, status] of [
    [elsewhere, 404],
    ["999", 404],
    ["first", 422],
  ] as const) {
    const page = await refused(() => ben.post(address, { ...typed, parent }), status);
    expect(form(page.body, address)).toMatchObject({ body: "Misplaced words." });
    expect(form(page.body, address)).not.toHaveProperty("parent");
    expect(textOf(page.body)).toContain("The post that you reply to is not in this thread.");
    expect(textOf(page.body)).toContain("sent from here, it answers the opening post");
    expect((await ben.get(`${address}?parent=${parent}`)).status).toBe(404);
  }
});

test("signed out, a text is kept and the way in is shown", async () => {
  const typed = { body: "Words of a guest.", kind: "question", key: "k3" };
  const page = await refused(() => guest.post(address, typed), 401);
  expect(form(page.body, address)).toEqual(typed);
  expect(textOf(page.body)).toContain("Sign in in another tab");
  const thread = { title: "A claim", body: "So.", topics: "Data" };
  const begun = await refused(() => guest.post("/threads/new", thread), 401);
  expect(form(begun.body, "/threads/new")).toMatchObject(thread);
  const edit = await refused(
    () => guest.post("/posts/1/edit", { body: "Mine now.", version: "1" }),
    401,
  );
  expect(form(edit.body, "/posts/1/edit").body).toBe("Mine now.");
});

test("a locked thread answers 403 and keeps the text", async () => {
  const locked = await startThread(ada, { body: "Before it was locked." });
  const post = (await dataOf(ada, locked.id)).posts[0].id;
  await db
    .updateTable("thread")
    .set({ locked_at: 1, locked_by_id: 1 })
    .where("id", "=", locked.id)
    .execute();
  const into = `/threads/${locked.id}/reply`;
  const page = await refused(() => ben.post(into, { body: "Too late." }), 403);
  expect(form(page.body, into).body).toBe("Too late.");
  expect(textOf(page.body)).toContain("This thread is locked: it can be read, not answered.");
  const edit = { body: "Edited.", version: "1" };
  const kept = await refused(() => ada.post(`/posts/${post}/edit`, edit), 403);
  expect(form(kept.body, `/posts/${post}/edit`).body).toBe("Edited.");
  expect((await ben.get(into)).status).toBe(403);
});

test("somebody else's post is not edited or withdrawn, and what was typed is kept", async () => {
  const page = await refused(
    () => ben.post("/posts/1/edit", { body: "Ben’s words.", version: "1" }),
    403,
  );
  expect(form(page.body, "/posts/1/edit").body).toBe("Ben’s words.");
  await refused(() => ben.post("/posts/1/withdraw", {}), 403);
  expect((await ben.get("/posts/1/edit")).status).toBe(403);
  expect((await ben.get("/posts/1/withdraw")).status).toBe(403);
});

test("what is written to nowhere answers 404 and keeps the text", async () => {
  for (const place of ["/threads/999/reply", "/posts/999/edit"]) {
    const answer = await refused(
      () => ben.post(place, { body: "Words to nowhere.", version: "1" }),
      404,
    );
    expect([place, answer.body.includes("Words to nowhere.")]).toEqual([place, true]);
  }
});

test("a form without its version is refused with its text", async () => {
  const page = await refused(() => ada.post("/posts/1/edit", { body: "No version." }), 422);
  expect(form(page.body, "/posts/1/edit").body).toBe("No version.");
});

test("a character that cannot be kept is named", async () => {
  const page = await refused(() => ben.post(address, { body: "a\0b" }), 422);
  expect(textOf(page.body)).toContain("character that cannot be kept (NUL)");
});

test("a form from another site does nothing", async () => {
  const elsewhere = { origin: "https://evil.example" };
  const page = await refused(() => ben.post(address, { body: "Forged." }, elsewhere), 403);
  expect(textOf(page.body)).toContain("This form came from another site");
  await refused(() => ben.post(address, { body: "Forged." }, { origin: "" }), 403);
});

test("a page that takes no form says so", async () => {
  for (const place of ["/", "/topics", thread.path, "/rules"]) {
    const page = await refused(() => ben.post(place, { body: "Lost?" }), 405);
    expect(textOf(page.body)).toContain("Not like this");
  }
  await refused(() => ben.post("/nowhere", { body: "Lost?" }), 404);
});

test("fields named twice, strange names and broken letters break nothing", async () => {
  const type = { origin: server.origin, "content-type": "application/x-www-form-urlencoded" };
  const send = (text: string) => ben.ask("POST", address, type, text);
  const twice = await send("body=First+words&body=Second&kind=reply&kind=rant");
  expect(twice.status).toBe(302);
  expect((await dataOf(ben, thread.id)).posts.at(-1).body).toBe("First words");
  for (const text of ["", "body", "=&=&&", "__proto__=1&constructor=2&body=", "body=%00"]) {
    expect([text.slice(0, 20), (await send(text)).status]).toEqual([text.slice(0, 20), 422]);
  }
  expect((await send("&".repeat(5_000))).status).toBe(413);
  expect((await send("body=%ff%fe+half+%e6%a8&__proto__=1&toString=2")).status).toBe(302);
  expect((await dataOf(ben, thread.id)).posts.at(-1).body).toBe("\ufffd\ufffd half \ufffd");
});
