/** Writing through the forum's own forms: where each leads, and what it made. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { form, textOf } from "./forms.ts";
import { type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { dataOf, postsOn, reply, startThread } from "./written.ts";

let server: RunningServer;
let ada: Visitor;
let ben: Visitor;
let guest: Visitor;

beforeAll(async () => {
  server = await startServer();
  guest = new Visitor(server.origin);
  ada = await new Visitor(server.origin).signUp("Ada");
  ben = await new Visitor(server.origin).signUp("Ben");
});
afterAll(() => server.stop());

test("a thread leads to its page, which says so once", async () => {
  const { path, id } = await startThread(ada, { title: "Ünïted “claims”, 2026!" });
  expect(path).toBe(`/threads/${id}-united-claims-2026`);
  expect(textOf((await ada.get(path)).body)).toContain("Your thread has begun.");
  expect(textOf((await ada.get(path)).body)).not.toContain("Your thread has begun.");
});

test("a title without Latin letters has an address too", async () => {
  const { path, id } = await startThread(ada, { title: "模型开放吗" });
  expect(path).toBe(`/threads/${id}`);
  expect((await guest.get(path)).status).toBe(200);
});

test("a reply leads to its place, below what it answers", async () => {
  const thread = await startThread(ada);
  const first = await reply(ben, thread.id, { kind: "question" });
  const address = `/threads/${thread.id}/reply`;
  const fields = { body: "Since when?", parent: String(first) };
  const answer = await ada.fillIn(`${address}?parent=${first}`, address, fields);
  const id = first + 1;
  expect([answer.status, answer.location]).toEqual([302, `${thread.path}#post-${id}`]);
  expect((await guest.get(`/posts/${id}`)).location).toBe(answer.location);
  expect(postsOn((await guest.get(thread.path)).body)).toEqual([first - 1, first, id]);
  const { posts } = await dataOf(guest, thread.id);
  expect(posts).toMatchObject([
    { id: first - 1, parent: null, author: "Ada" },
    { id: first, parent: first - 1, author: "Ben", kind: "question" },
    { id, parent: first, author: "Ada", kind: "reply", body: "Since when?" },
  ]);
});

test("without the hidden key a form is accepted all the same", async () => {
  const { id, path } = await startThread(ada);
  const answer = await ben.post(`/threads/${id}/reply`, { body: "From a program." });
  expect(answer.location).toMatch(new RegExp(`^${path}#post-\\d+$`));
});

test("a repeated form makes one post and leads to the same place; another text is another post", async () => {
  const { id } = await startThread(ada);
  const address = `/threads/${id}/reply`;
  const fields = { ...form((await ben.get(address)).body, address), body: "Once." };
  const answers = await Promise.all(Array.from({ length: 10 }, () => ben.post(address, fields)));
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.location}`)).size).toBe(1);
  expect((await dataOf(guest, id)).posts).toHaveLength(2);
  await ben.post(address, { ...fields, body: "Twice." });
  expect((await dataOf(guest, id)).posts).toHaveLength(3);
});

test("a repeated form of a thread makes one thread", async () => {
  const page = (await ada.get("/threads/new")).body;
  const fields = { ...form(page, "/threads/new"), title: "Only one", body: "Yes.", topics: "Data" };
  const answers = await Promise.all([1, 2, 3].map(() => ada.post("/threads/new", fields)));
  expect(new Set(answers.map((answer) => answer.location)).size).toBe(1);
  expect(answers[0]!.status).toBe(302);
});

const sources = [
  "\nA leading newline",
  "\n\n\ntwo more of them, and three after\n\n\n",
  "  spaces and tabs at the end \t \nof lines  ",
  "&amp; &lt;b&gt; &#39; &quot; &nbsp; are text, as are < > \" ' `",
  "</textarea><script>alert(1)</script><!-- -->",
  "\u{1F999}\u200d\u{1F9EA} e\u0301 é \u202eeerht\u202c \ufeffmark \u00a0 \u3000",
  "<textarea>\n</textarea>\n\n```\ncode\n```",
  "a\u0001b\u000bc\u007f",
];
const windows = ["One\r\nTwo\r\n\r\n", "\r\nA leading newline of a browser", "a\rb\n\rc"];

async function sourceInForm(body: string) {
  const { id } = await startThread(ada, { body });
  const { posts } = await dataOf(guest, id);
  expect(posts[0].body).toBe(body);
  return form((await ada.get(`/posts/${posts[0].id}/edit`)).body, `/posts/${posts[0].id}/edit`)
    .body;
}

test.each(sources)("the edit form gives back the source byte for byte: %j", async (body) => {
  expect(await sourceInForm(body)).toBe(body);
});

test.each(windows)("line ends are given back as they were sent: %j", async (body) => {
  expect(await sourceInForm(body)).toBe(body);
});

test("an edit leads to the post, whose history shows what changed", async () => {
  const { id, path } = await startThread(ada, { title: "Before", body: "Old words stay." });
  const postId = (await dataOf(guest, id)).posts[0].id;
  const address = `/posts/${postId}/edit`;
  const answer = await ada.fillIn(address, address, { title: "After", body: "New words stay." });
  expect([answer.status, answer.location]).toEqual([302, `/threads/${id}-after#post-${postId}`]);
  const data = await dataOf(guest, id);
  expect(data).toMatchObject({
    title: "After",
    posts: [{ body: "New words stay.", edited: expect.any(String) }],
  });
  const history = textOf((await guest.get(`/posts/${postId}/history`)).body);
  expect(history).toMatch(/added: New.*taken out: Old|taken out: Old.*added: New/);
  expect(history).toContain("The title was “Before”.");
  expect((await guest.get(path)).status).toBe(200);
});

test("an edit over a newer edit answers 409 with both texts, and saving again goes through", async () => {
  const { id } = await startThread(ada, { body: "First text." });
  const postId = (await dataOf(guest, id)).posts[0].id;
  const address = `/posts/${postId}/edit`;
  const stale = form((await ada.get(address)).body, address);
  await ada.fillIn(address, address, { body: "Second text." });
  const answer = await ada.post(address, { ...stale, body: "Third text." });
  expect(answer.status).toBe(409);
  expect(form(answer.body, address).body).toBe("Third text.");
  expect(textOf(answer.body)).toContain("Second");
  expect((await dataOf(guest, id)).posts[0].body).toBe("Second text.");
  const again = await ada.post(address, form(answer.body, address));
  expect(again.status).toBe(302);
  expect((await dataOf(guest, id)).posts[0].body).toBe("Third text.");
});

test("a withdrawn post shows no words anywhere, and comes back", async () => {
  const { id, path } = await startThread(ada, { title: "Withdrawn", body: "Regrettable words." });
  const postId = (await dataOf(guest, id)).posts[0].id;
  const address = `/posts/${postId}/withdraw`;
  expect((await ada.fillIn(address, address, {})).location).toBe(`${path}#post-${postId}`);
  for (const place of [
    path,
    "/?order=new",
    "/topics/open-weights",
    "/people/Ada",
    `/threads/${id}.md`,
  ]) {
    const answer = await guest.get(place);
    expect([place, answer.status, answer.body.includes("Regrettable")]).toEqual([
      place,
      200,
      false,
    ]);
  }
  expect((await dataOf(guest, id)).posts[0]).toMatchObject({
    state: "withdrawn",
    body: "",
    html: "",
  });
  expect((await guest.get(`/posts/${postId}/history`)).status).toBe(403);
  expect((await ada.fillIn(address, address, {})).status).toBe(302);
  expect((await dataOf(guest, id)).posts[0]).toMatchObject({
    state: "published",
    body: "Regrettable words.",
  });
});

test("a preview shows the text as it will be, keeps the form and posts nothing", async () => {
  const { id } = await startThread(ada);
  const address = `/threads/${id}/reply`;
  const fields = {
    ...form((await ben.get(address)).body, address),
    body: "*Soft* words",
    kind: "evidence",
  };
  const shown = await ben.post(`/preview?for=${encodeURIComponent(address)}`, fields);
  expect(shown.status).toBe(200);
  expect(shown.body).toContain("<em>Soft</em> words");
  expect(form(shown.body, address)).toMatchObject(fields);
  expect(textOf(shown.body)).not.toContain("another look");
  expect((await dataOf(guest, id)).posts).toHaveLength(1);
  await ben.post(address, form(shown.body, address));
  expect((await dataOf(guest, id)).posts[1]).toMatchObject({
    body: "*Soft* words",
    kind: "evidence",
  });
});

test("a preview answers JSON where that is asked for", async () => {
  const accept = { accept: "application/json" };
  const shown = await guest.post("/preview", { body: "*Soft*" }, accept);
  expect([shown.status, shown.headers["content-type"]]).toEqual([200, "application/json"]);
  expect(JSON.parse(shown.body)).toEqual({ html: "<p><em>Soft</em></p>\n" });
  const empty = await guest.post("/preview", { body: " " }, accept);
  expect([empty.status, JSON.parse(empty.body).problems]).toEqual([
    422,
    { body: expect.any(String) },
  ]);
  expect((await guest.post("/preview", { body: "a".repeat(33_000) }, accept)).status).toBe(413);
});
