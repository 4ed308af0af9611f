/** What is too long comes back whole, or is told so at once. */
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { form, textOf } from "./forms.ts";
import { type RunningServer, startServer } from "./server.ts";
import { type Answer, Visitor } from "./visitor.ts";
import { dataOf, startThread } from "./written.ts";

const KB = 1024;

let server: RunningServer;
let ada: Visitor;
let address: string;
let threadId: number;

beforeAll(async () => {
  server = await startServer();
  ada = await new Visitor(server.origin).signUp("Ada");
  threadId = (await startThread(ada)).id;
  address = `/threads/${threadId}/reply`;
});
afterAll(() => server.stop());

/** Sends a form that must be refused as too long, and answers the page that came back. */
async function refused(send: () => Promise<Answer>) {
  const before = await dataOf(ada, threadId);
  const answer = await send();
  expect(answer.status).toBe(413);
  expect(await dataOf(ada, threadId)).toEqual(before);
  return answer;
}

test("a body over 32 KB answers 413 and keeps the text, to the last letter", async () => {
  const body = `${"long ".repeat(6_600)}The end.\n`;
  const page = await refused(() => ada.post(address, { body }));
  expect(form(page.body, address).body).toBe(body);
  expect(textOf(page.body)).toMatch(/holds up to 32 KB; this is [\d.]+ KB over/);
  const typed = { title: "A claim", topics: "Data", url: "https://example.org/" };
  const begun = await refused(() => ada.post("/threads/new", { ...typed, body }));
  expect(form(begun.body, "/threads/new")).toMatchObject({ ...typed, body });
  const whole = "a".repeat(32 * KB);
  expect((await ada.post(address, { body: whole })).status).toBe(302);
  await refused(() => ada.post(address, { body: `${whole}a` }));
});

/** Sends bytes as they are, in chunks or with their length said; answers the status and how long it took. */
function sendBytes(bytes: number, isChunked: boolean) {
  const began = performance.now();
  return new Promise<{ status: number; seconds: number; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    const headers = {
      origin: server.origin,
      "content-type": "application/x-www-form-urlencoded",
      ...(isChunked ? { "transfer-encoding": "chunked" } : { "content-length": bytes }),
    };
    const asking = request({
      hostname,
      port,
      method: "POST",
      path: address,
      headers,
      agent: false,
    });
    let isAnswered = false;
    asking.on("error", (error) => !isAnswered && reject(error));
    asking.on("response", (response) => {
      isAnswered = true;
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode!,
          seconds: (performance.now() - began) / 1000,
          body,
        }),
      );
    });
    let left = bytes;
    const more = () => {
      while (left > 0 && !isAnswered) {
        const size = Math.min(left, 64 * KB);
        left -= size;
        if (!asking.write(Buffer.alloc(size, 97))) return void asking.once("drain", more);
      }
      asking.end();
    };
    more();
  });
}

test.each([
  [1.5, false],
  [1.5, true],
  [40, false],
  [40, true],
])(
  "%d MB (in chunks: %o) answer 413 at once, with a page that says so",
  async (megabytes, isChunked) => {
    const answer = await sendBytes(megabytes * KB * KB, isChunked);
    expect(answer.status).toBe(413);
    expect(answer.seconds).toBeLessThan(2);
    expect(textOf(answer.body)).toContain("more than the forum reads at once (1 MB)");
  },
);
