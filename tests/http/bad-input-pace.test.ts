/** Under the limits of every forum: too fast is told, with the wait and the text. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { form, textOf } from "./forms.ts";
import { type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { dataOf, startThread } from "./written.ts";

let server: RunningServer;
let nia: Visitor;

beforeAll(async () => {
  server = await startServer({ env: { LIMITS: "1" } });
  nia = await new Visitor(server.origin).signUp("Nia");
});
afterAll(() => server.stop());

test("the sixth post in a row answers 429 with the wait, keeps the text and is no post", async () => {
  const { id } = await startThread(nia);
  await startThread(nia);
  const address = `/threads/${id}/reply`;
  const third = await nia.post("/threads/new", { title: "Claim 3", body: "So.", topics: "Data" });
  expect([third.status, third.headers["retry-after"]]).toEqual([
    429,
    expect.stringMatching(/^\d{5}$/),
  ]);
  expect(textOf(third.body)).toContain("That is 2 in one day");
  expect(form(third.body, "/threads/new")).toMatchObject({ title: "Claim 3", body: "So." });
  const answers = [];
  for (let turn = 0; turn < 4; turn++)
    answers.push(await nia.post(address, { body: `Reply ${turn}` }));
  expect(answers.map((answer) => answer.status)).toEqual([302, 302, 302, 429]);
  const last = answers.at(-1)!;
  expect(Number(last.headers["retry-after"])).toBeGreaterThan(20);
  expect(Number(last.headers["retry-after"])).toBeLessThanOrEqual(30);
  expect(textOf(last.body)).toMatch(
    /A little slower, please\. The next one can be sent in \d+ seconds\./,
  );
  expect(form(last.body, address).body).toBe("Reply 3");
  expect((await dataOf(nia, id)).posts).toHaveLength(4);
});

test("a form that is wrong is told so before it is told to wait", async () => {
  expect((await nia.post("/threads/new", { title: "", body: "", topics: "" })).status).toBe(422);
});

test("a form that made a post leads there, whatever the pace", async () => {
  const fields = { body: "Once only.", key: "k" };
  const ben = await new Visitor(server.origin).signUp("Ben");
  const first = await ben.post("/threads/1/reply", fields);
  expect(first.status).toBe(302);
  for (let turn = 0; turn < 6; turn++) await ben.post("/threads/1/reply", { body: `Then ${turn}` });
  const again = await ben.post("/threads/1/reply", fields);
  expect([again.status, again.location]).toEqual([302, first.location]);
});
