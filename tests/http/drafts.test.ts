/** Drafts by somebody whose browser runs no scripts. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { form, textOf } from "./forms.ts";
import { type RunningServer, startServer } from "./server.ts";
import { settle } from "./settled.ts";
import { type Answer, Visitor } from "./visitor.ts";

let server: RunningServer;
let ada: Visitor;
let ben: Visitor;

beforeAll(async () => {
  server = await startServer();
  ada = await new Visitor(server.origin).signUp("Ada");
  ben = await new Visitor(server.origin).signUp("Ben");
  await settle(server);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

const keep = (action: string) => `/drafts?for=${encodeURIComponent(action)}`;
/** The addresses of the drafts on a page. */
const draftsOn = ({ body }: Answer) => [
  ...new Set(Array.from(body.matchAll(/"(\/drafts\/[0-9a-f-]{36})"/g), ([, path]) => path!)),
];

/** Presses "Keep as draft" in a form. */
async function keepFrom(visitor: Visitor, page: string, fields: Record<string, string>) {
  const action = page.replace(/\?.*/, "");
  const { body } = await visitor.get(page);
  return visitor.post(keep(action), { ...form(body, action), ...fields });
}

async function beginThread(visitor: Visitor, title: string) {
  const fields = { title, body: "The opening.", topics: "Licences" };
  const { location } = await visitor.fillIn("/threads/new", "/threads/new", fields);
  return { path: location!, id: Number(/\d+/.exec(location!)![0]) };
}

test("a thread is kept, found, gone on with and sent", async () => {
  const words = {
    title: "Half a thought",
    body: "It begins\r\n\r\nand goes on.",
    norms: "Be kind.",
  };
  const kept = await keepFrom(ada, "/threads/new", words);
  expect([kept.status, kept.location]).toEqual([302, "/drafts"]);
  const list = await ada.get("/drafts");
  expect(list.headers["cache-control"]).toBe("private, no-store");
  expect(textOf(list.body)).toContain("Kept as draft.");
  expect(textOf(list.body)).toContain("New thread: “Half a thought”");
  expect(textOf((await ada.get("/account")).body)).toContain("one draft");
  expect(textOf((await ada.get("/threads/new")).body)).toContain("Half a thought");
  const [path] = draftsOn(list);
  const { location } = await ada.get(path!);
  const page = await ada.get(location!);
  expect(textOf(page.body)).toContain("Restored from your draft");
  const filled = form(page.body, "/threads/new");
  expect(filled).toMatchObject({ ...words, body: "It begins\n\nand goes on." });
  const sent = await ada.post("/threads/new", { ...filled, topics: "Licences" });
  expect(sent.location).toMatch(/^\/threads\/\d+-half-a-thought$/);
  expect(draftsOn(await ada.get("/drafts"))).toEqual([]);
  expect((await ada.get(path!)).status).toBe(404);
});

test("a reply's form is filled in again, and starting afresh throws nothing away", async () => {
  const { path, id } = await beginThread(ada, "To be answered");
  const page = `/threads/${id}/reply`;
  await keepFrom(ben, page, { body: "Not yet sure.", kind: "question" });
  for (const place of [page, path]) {
    const { body } = await ben.get(place);
    expect(form(body, page)).toMatchObject({ body: "Not yet sure.", kind: "question" });
    expect(body).toContain(`href="${page}?afresh=1"`);
  }
  const afresh = await ben.get(`${page}?afresh=1`);
  expect(form(afresh.body, page)).toMatchObject({ body: "", kind: "reply" });
  expect(draftsOn(await ben.get("/drafts"))).toHaveLength(1);
  const quoting = form((await ben.get(`${page}?quote=opening`)).body, page);
  expect(quoting.body).toMatch(/^Not yet sure\.\n\n> .*Ada.*\n> opening/);
});

test("of two drafts for one form the other is named beside it", async () => {
  const { path, id } = await beginThread(ada, "Answered twice over");
  const page = `/threads/${id}/reply`;
  const edit = /\/posts\/\d+\/edit/.exec((await ada.get(path)).body)![0];
  for (const [place, words] of [
    [page, "another reply in this thread"],
    [edit, "another edit of this post"],
  ] as const) {
    await keepFrom(ada, place, { body: "The first." });
    await keepFrom(ada, `${place}?afresh=1`, { body: "The second." });
    const { body } = await ada.get(place);
    expect(draftsOn({ body } as Answer)).toHaveLength(1);
    expect(textOf(body)).toContain(`You have begun ${words}: go on with it?`);
  }
  expect(draftsOn(await ada.get(path))).toHaveLength(1);
});

test("an edit goes on from the version that it began from", async () => {
  const { path } = await beginThread(ada, "Edited twice");
  const edit = /\/posts\/\d+\/edit/.exec((await ada.get(path)).body)![0];
  await keepFrom(ada, edit, { body: "The opening, better." });
  await ada.fillIn(`${edit}?afresh=1`, edit, { body: "The opening, otherwise." });
  const page = await ada.get(edit);
  expect(textOf(page.body)).toContain("The post was edited after you began this draft.");
  const filled = form(page.body, edit);
  expect(filled).toMatchObject({ body: "The opening, better.", version: "1" });
  const conflict = await ada.post(edit, filled);
  expect(conflict.status).toBe(409);
  expect(form(conflict.body, edit)).toMatchObject({ body: "The opening, better.", version: "2" });
  expect((await ada.post(edit, form(conflict.body, edit))).status).toBe(302);
});

test("thrown away is put back with one press; nobody else may do either", async () => {
  const cleo = await new Visitor(server.origin).signUp("Cleo");
  await keepFrom(cleo, "/threads/new", { body: "Perhaps." });
  const [path] = draftsOn(await cleo.get("/drafts"));
  for (const back of ["", "1"]) {
    expect((await ben.post(path!, { back })).status).toBe(404);
  }
  expect((await ben.get(path!)).status).toBe(404);
  expect((await cleo.post(path!, {})).location).toBe("/drafts");
  const after = await cleo.get("/drafts");
  expect(textOf(after.body)).toContain("You have no drafts");
  expect(textOf(after.body)).toContain("Put back");
  expect((await cleo.get(path!)).status).toBe(404);
  await cleo.post(path!, { back: "1" });
  expect((await cleo.get(path!)).location).toContain("/threads/new?draft=");
});

test("whatever is refused comes back with all that was typed, and nothing is kept", async () => {
  const nobody = new Visitor(server.origin);
  const words = { key: crypto.randomUUID(), title: "Kept", body: "These words stay." };
  const out = await nobody.post(keep("/threads/new"), words);
  expect(out.status).toBe(401);
  expect(form(out.body, "/threads/new")).toMatchObject(words);
  const dora = await new Visitor(server.origin).signUp("Dora");
  const long = { ...words, body: "x".repeat(128 * 1024 + 1) };
  const tooLong = await dora.post(keep("/threads/new"), long);
  expect(tooLong.status).toBe(413);
  expect(form(tooLong.body, "/threads/new").body).toBe(long.body);
  expect(textOf(tooLong.body)).toContain("Nothing of this is saved until it is shorter.");
  const elsewhere = await dora.post(keep("/account"), words);
  expect(elsewhere.status).toBe(404);
  expect(elsewhere.body).toContain("These words stay.");
  const alone = await dora.post("/drafts.json?for=/threads/new", { ...words, key: "" });
  expect([alone.status, JSON.parse(alone.body)]).toMatchObject([404, { refused: /Open/ }]);
  expect(draftsOn(await dora.get("/drafts"))).toEqual([]);
});

test("where a thread takes no more, the text of a draft is still to be had", async () => {
  const { id } = await beginThread(ada, "Soon gone");
  const reply = await ben.fillIn(`/threads/${id}/reply`, `/threads/${id}/reply`, {
    body: "An answer.",
  });
  const answered = /\d+$/.exec(reply.location!)![0];
  const eve = await new Visitor(server.origin).signUp("Eve");
  await keepFrom(eve, `/threads/${id}/reply?parent=${answered}`, { body: "Half an objection." });
  const [path] = draftsOn(await eve.get("/drafts"));
  expect(textOf((await eve.get(`/threads/${id}`)).body)).toContain(
    "You have begun another reply in this thread: go on with it?",
  );
  await ben.fillIn(`/posts/${answered}/withdraw`, `/posts/${answered}/withdraw`, {});
  const form = await eve.get((await eve.get(path!)).location!);
  const text = await eve.get(form.location!);
  expect(text.status).toBe(200);
  expect(text.body).toContain("Half an objection.");
});

test("of a draft whose form is gone every field is still to be had", async () => {
  const fay = await new Visitor(server.origin).signUp("Fay");
  const words = { title: "A title of its own", topics: "Licences", norms: "Be kind.", url: "" };
  await keepFrom(fay, "/threads/new", { ...words, body: "And a text." });
  const [path] = draftsOn(await fay.get("/drafts"));
  const { body } = await fay.get(`${path}?only=text`);
  for (const text of ["A title of its own", "Licences", "Be kind.", "And a text."]) {
    expect(body).toContain(`>${text}</textarea>`);
  }
  expect(body).not.toContain('name="url"');
});

test("what was discussed before stands in the preview and in a form that comes back", async () => {
  const title = "Quantised weights lose more than benchmarks show";
  const url = "https://arxiv.org/abs/2401.98765v2";
  const fields = { title, body: "See the table.", topics: "Licences", url };
  const { location } = await ada.fillIn("/threads/new", "/threads/new", fields);
  const query = new URLSearchParams({ title: "Benchmarks of quantised weights", url: "" });
  const ask = async () => JSON.parse((await ben.get(`/threads/similar.json?${query}`)).body).groups;
  // A title is found a moment after its thread was started.
  await expect
    .poll(ask, { timeout: 10_000 })
    .toMatchObject([{ heading: "Perhaps discussed before", threads: [{ title, path: location }] }]);
  const again = { title: "Losses of quantised weights", body: "b", topics: "", url: "" };
  const refused = await ben.fillIn("/threads/new", "/threads/new", again);
  expect(refused.status).toBe(422);
  expect(textOf(refused.body)).toContain("Perhaps discussed before");
  expect(refused.body).toContain(`href="${location}"`);
  const page = await ben.get("/threads/new");
  const preview = await ben.post("/preview?for=/threads/new", {
    ...form(page.body, "/threads/new"),
    ...{ title: "Something else", body: "b", url: "http://www.arxiv.org/pdf/2401.98765" },
  });
  expect(textOf(preview.body)).toContain("Discussed before");
  expect(preview.body).toContain(`href="${location}"`);
});
