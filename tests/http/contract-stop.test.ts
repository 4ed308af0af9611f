/** Health, and how the forum stops when it is told to. */
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { dataOf, reply, startThread } from "./written.ts";

/** Begins a form and answers how to send the rest of it. */
function beginForm(visitor: Visitor, path: string, body: string) {
  const { hostname, port } = new URL(visitor.origin);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = {
    ...{ origin: visitor.origin, cookie, "content-length": Buffer.byteLength(body) },
    "content-type": "application/x-www-form-urlencoded",
  };
  const asking = request({ hostname, port, method: "POST", path, headers, agent: false });
  const answered = new Promise<{ status: number; location: string | undefined }>(
    (resolve, reject) => {
      asking.on("error", reject);
      asking.on("response", (response) => {
        const { location } = response.headers;
        void text(response).then(() => resolve({ status: response.statusCode!, location }), reject);
      });
    },
  );
  const begun = new Promise<void>((resolve) => asking.write(body.slice(0, 5), () => resolve()));
  return { begun, finish: () => asking.end(body.slice(5)), answered };
}

test("a healthy forum says so", async () => {
  const server = await startServer();
  const guest = new Visitor(server.origin);
  const { status, headers, body } = await guest.get("/health");
  expect([status, body, headers["cache-control"]]).toEqual([200, '{"status":"ok"}', "no-store"]);
  expect((await guest.ask("HEAD", "/health")).status).toBe(200);
  for (const method of ["POST", "PUT", "DELETE", "TRACE"]) {
    const refused = await guest.ask(method, "/health");
    expect([method, refused.status, refused.headers.allow]).toEqual([method, 405, "GET, HEAD"]);
  }
  expect(await server.stop()).toBe(0);
});

test("told to stop, the forum says that it is draining, finishes what has begun, and ends", async () => {
  const server = await startServer();
  const ada = await new Visitor(server.origin).signUp("Ada");
  const { id, path } = await startThread(ada);
  const sent = beginForm(ada, `/threads/${id}/reply`, "body=In+flight+while+it+stops.");
  await sent.begun;
  await ada.get("/health");
  const stopped = server.stop();
  const guest = new Visitor(server.origin);
  let health = await guest.get("/health");
  while (health.status === 200) health = await guest.get("/health");
  expect([health.status, health.body]).toEqual([503, '{"status":"draining"}']);
  sent.finish();
  const { status, location } = await sent.answered;
  expect([status, location]).toEqual([302, expect.stringContaining(`${path}#post-`)]);
  expect(await stopped).toBe(0);
});

test("a client that never ends its form does not keep the forum from stopping in order", async () => {
  const server = await startServer();
  const ada = await new Visitor(server.origin).signUp("Ada");
  const sent = beginForm(ada, "/preview", "body=Never+ended.");
  await sent.begun;
  await ada.get("/health");
  const stopped = server.stop();
  await expect(sent.answered).rejects.toThrow(/hang up|ECONNRESET/);
  expect(await stopped).toBe(0);
}, 30_000);

test("stopped in the midst of reading, the forum cuts no answer", async () => {
  const server = await startServer();
  const ada = await new Visitor(server.origin).signUp("Ada");
  const { id } = await startThread(ada, { body: "Long words. ".repeat(2_000) });
  await reply(ada, id);
  expect((await dataOf(ada, id)).posts).toHaveLength(2);
  const outcomes = { whole: 0, unheard: 0, cut: 0 };
  const read = async () => {
    const guest = new Visitor(server.origin);
    for (;;) {
      try {
        const { body } = await guest.get(`/threads/${id}`);
        if (body.includes("</html>")) outcomes.whole += 1;
        else outcomes.cut += 1;
      } catch (error) {
        // Nobody listens any more, or a connection was not taken up: nothing was begun.
        const { code, message } = error as NodeJS.ErrnoException;
        if (/^(ECONNREFUSED|ECONNRESET)$/.test(code ?? "") && message !== "aborted")
          outcomes.unheard += 1;
        else outcomes.cut += 1;
        return;
      }
    }
  };
  const readers = Array.from({ length: 8 }, read);
  while (outcomes.whole < 40) await new Promise((resolve) => setImmediate(resolve));
  const began = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
  await Promise.all(readers);
  expect(outcomes).toMatchObject({ cut: 0, unheard: 8 });
  expect(server.output()).not.toContain('"cut":true');
});
