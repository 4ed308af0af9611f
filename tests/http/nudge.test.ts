/** Being asked about an insult, over HTTP alone: no scripts, two tabs, a forum that was killed, and one without a scorer. */
import { expect, onTestFinished, test } from "vitest";
import { form, textOf } from "./forms.ts";
import { newDatabase, type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { dataOf, startThread } from "./written.ts";

const INSULT = "You are an idiot, and you always were.";

async function open(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer(options);
  onTestFinished(async () => {
    await server.stop();
  });
  return server;
}

async function begin(server: RunningServer) {
  const ada = await new Visitor(server.origin).signUp("Ada");
  const { id } = await startThread(ada, { body: "Is the clause a price? Say why." });
  return { ada, id, address: `/threads/${id}/reply` };
}

const isAsked = (body: string) => textOf(body).includes("One passage may read as an insult");

test("the page that asks keeps the form, marks the passage, and what it offers goes through", async () => {
  const server = await open();
  const { ada, id, address } = await begin(server);
  const asked = await ada.fillIn(address, address, { body: `So <b>be</b> it. ${INSULT}` });
  expect([asked.status, isAsked(asked.body)]).toEqual([200, true]);
  expect(asked.body).toMatch(/<mark>You are an idiot/);
  expect(asked.body).not.toContain("<b>be</b>");
  // What is answered stays at hand.
  expect(textOf(asked.body)).toContain("Is the clause a price?");
  expect((await dataOf(ada, id)).posts).toHaveLength(1);
  const fields = form(asked.body, address);
  expect(fields.body).toBe(`So <b>be</b> it. ${INSULT}`);
  const posted = await ada.post(address, { ...fields, "as-it-is": "1" });
  expect(posted.status).toBe(302);
  // Whoever goes back and presses once more, whichever button, is led to the same post.
  expect((await ada.post(address, fields)).location).toBe(posted.location);
  expect((await dataOf(ada, id)).posts).toHaveLength(2);
});

test("in another tab, and after the forum was killed, a draft is not asked about again", async () => {
  const database = await newDatabase();
  const first = await startServer({ database: database.address });
  const { ada, id, address } = await begin(first);
  const fields = { ...form((await ada.get(address)).body, address), body: INSULT };
  const asked = await ada.post(address, fields);
  expect(isAsked(asked.body)).toBe(true);
  await first.stop("SIGKILL");
  const second = await startServer({ database: database.address });
  try {
    const again = await new Visitor(second.origin).signIn("Ada");
    // What was sent before is the same sending; from the page that asked it goes through.
    expect(isAsked((await again.post(address, fields)).body)).toBe(true);
    expect((await dataOf(again, id)).posts).toHaveLength(1);
    expect((await again.post(address, form(asked.body, address))).status).toBe(302);
    expect((await dataOf(again, id)).posts).toHaveLength(2);
  } finally {
    await second.stop();
    await database.discard();
  }
});

test("a program that sends no key is asked, and answered when it sends the same again", async () => {
  const server = await open();
  const { ada, id, address } = await begin(server);
  expect(isAsked((await ada.post(address, { body: INSULT })).body)).toBe(true);
  expect((await ada.post(address, { body: INSULT })).status).toBe(302);
  expect((await dataOf(ada, id)).posts).toHaveLength(2);
});

test("a preview asks, and its JSON tells the same where its form is named", async () => {
  const server = await open();
  const { ada, address } = await begin(server);
  const seen = await ada.post(`/preview?for=${address}`, { body: INSULT, key: "" });
  expect([seen.status, isAsked(seen.body)]).toEqual([200, true]);
  const accept = { accept: "application/json" };
  const told = await ada.post(`/preview?for=${address}`, { body: INSULT }, accept);
  expect(JSON.parse(told.body)).toMatchObject({ nudge: { rule: "name", count: 1 } });
  const nothing = await ada.post("/preview", { body: INSULT }, accept);
  expect(Object.keys(JSON.parse(nothing.body))).toEqual(["html"]);
});

test("without the scorer everything is posted, and the pages about it say so", async () => {
  const server = await open({ env: { SCORER: "off" } });
  const { ada, address } = await begin(server);
  expect((await ada.fillIn(address, address, { body: INSULT })).status).toBe(302);
  const about = await ada.get("/about/scorer");
  expect(textOf(about.body)).toContain("switched off in this forum");
  expect(about.body).not.toContain('name="text"');
  const tried = await ada.post("/about/scorer", { text: INSULT });
  expect([tried.status, textOf(tried.body).includes(INSULT)]).toEqual([404, true]);
});
