/** What becomes of an answer on its way to the client. */
import { createServer, get, type IncomingMessage, type RequestOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { sendAnswer } from "../../app/http/send-answer.server.ts";

const page = "<p>Weights that anybody may read are weights that anybody may check.</p>\n".repeat(
  500,
);
const html = { "Content-Type": "text/html; charset=utf-8" };
let close = async () => {};
afterEach(() => close());

/** Serves one answer; `sent` says how the sending of it ended. */
async function serve(answer: () => Response) {
  let tell = (_: Promise<unknown>) => {};
  const sent = new Promise((resolve) => {
    tell = resolve;
  });
  const server = createServer((_, outgoing) => {
    const sending = sendAnswer(outgoing, answer()).then(
      () => "sent",
      (error: Error) => error.message,
    );
    tell(sending);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => new Promise((resolve) => server.close(() => resolve()));
  const { port } = server.address() as AddressInfo;
  const ask = (accepted: string, options: RequestOptions = {}) => {
    const headers = { "Accept-Encoding": accepted, connection: "close" };
    return new Promise<IncomingMessage>((resolve, reject) => {
      get({ host: "127.0.0.1", port, agent: false, headers, ...options }, resolve).on(
        "error",
        reject,
      );
    });
  };
  return { ask, sent };
}

const plain = (bytes: Buffer) => bytes;

test.each([
  ["br", "gzip, deflate, br", brotliDecompressSync],
  ["gzip", "gzip, deflate", gunzipSync],
  [undefined, "identity", plain],
])(
  "a page goes as %s to who accepts %s, and is the same page",
  async (encoding, accepted, open) => {
    const { ask, sent } = await serve(
      () => new Response(page, { headers: { ...html, ETag: '"7"', Vary: "Cookie" } }),
    );
    const answer = await ask(accepted);
    const bytes = await buffer(answer);
    expect(open(bytes).toString()).toBe(page);
    expect(answer.headers).toMatchObject({
      vary: "Cookie, Accept-Encoding",
      etag: encoding ? 'W/"7"' : '"7"',
    });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    if (encoding) expect(bytes.length).toBeLessThan(page.length / 10);
    expect(await sent).toBe("sent");
  },
);

test.each([
  ["a picture", { "Content-Type": "image/png" }, undefined],
  ["events", { "Content-Type": "text/event-stream" }, undefined],
  ["what is short", { ...html, "Content-Length": "12" }, "Accept-Encoding"],
  [
    "what is not to be touched",
    { ...html, "Cache-Control": "public, no-transform" },
    "Accept-Encoding",
  ],
])("%s goes as it is", async (_, headers, vary) => {
  const { ask } = await serve(() => new Response("twelve bytes", { headers }));
  const answer = await ask("br, gzip");
  expect((await buffer(answer)).toString()).toBe("twelve bytes");
  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(answer.headers.vary).toBe(vary);
});

test("what is compressed already is not compressed again", async () => {
  const headers = { ...html, "Content-Encoding": "gzip", "Content-Length": "2000" };
  const { ask } = await serve(() => new Response(new Uint8Array(2000), { headers }));
  const answer = await ask("br, gzip");
  expect((await buffer(answer)).length).toBe(2000);
  expect(answer.headers["content-encoding"]).toBe("gzip");
});

test("a compressed answer does not say how long it was before", async () => {
  const { ask } = await serve(
    () => new Response(page, { headers: { ...html, "Content-Length": String(page.length) } }),
  );
  const answer = await ask("gzip");
  expect(gunzipSync(await buffer(answer)).toString()).toBe(page);
  expect(answer.headers["content-length"]).toBeUndefined();
});

test.each([
  ["HEAD", 200],
  ["GET", 204],
  ["GET", 304],
])("an answer to %s with %d has no body, and says that pages vary", async (method, status) => {
  const { ask } = await serve(
    () => new Response(status === 200 ? page : null, { status, headers: html }),
  );
  const answer = await ask("br, gzip", { method });
  expect([answer.statusCode, (await buffer(answer)).length]).toEqual([status, 0]);
  expect(answer.headers.vary).toBe("Accept-Encoding");
  expect(answer.headers["content-encoding"]).toBeUndefined();
});

test("each cookie goes on a line of its own", async () => {
  const headers = new Headers({ Location: "/" });
  headers.append("Set-Cookie", "a=1; Expires=Sun, 22 Nov 2026 00:00:00 GMT");
  headers.append("Set-Cookie", "b=2");
  const { ask } = await serve(() => new Response(null, { status: 302, headers }));
  const answer = await ask("br");
  answer.resume();
  expect(answer.statusCode).toBe(302);
  expect(answer.headers["set-cookie"]).toEqual([
    "a=1; Expires=Sun, 22 Nov 2026 00:00:00 GMT",
    "b=2",
  ]);
});

/** A body without end, that tells how much of it was taken and when nobody wants the rest. */
function endless() {
  const chunk = crypto.getRandomValues(new Uint8Array(65_536));
  const body = { taken: 0, left: Promise.resolve() };
  let leave = () => {};
  body.left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      body.taken += chunk.length;
      controller.enqueue(chunk);
    },
    cancel: () => leave(),
  });
  return { body, stream };
}

test.each(["br", "gzip", "identity"])(
  "a client that leaves halfway ends the making of its answer (%s)",
  async (accepted) => {
    const { body, stream } = endless();
    const { ask, sent } = await serve(() => new Response(stream, { headers: html }));
    const answer = await ask(accepted);
    await new Promise((resolve) => answer.once("data", resolve));
    answer.destroy();
    await body.left;
    expect(await sent).toBe("sent");
  },
);

test("an answer is made no faster than the client takes it", async () => {
  const { body, stream } = endless();
  const { ask, sent } = await serve(() => new Response(stream, { headers: html }));
  let read = 0;
  for await (const bytes of await ask("gzip")) {
    read += bytes.length;
    if (read > 1_000_000) break;
  }
  expect(body.taken - read).toBeLessThan(20_000_000);
  expect(await sent).toBe("sent");
});

test.each([
  ["at once", 0],
  ["halfway", 3],
])("a body that breaks %s is told, and its client is not left to wait", async (_, good) => {
  let count = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (count++ === good) throw new Error("a loader broke");
      controller.enqueue(crypto.getRandomValues(new Uint8Array(60_000)));
    },
  });
  const { ask, sent } = await serve(() => new Response(stream, { headers: html }));
  await expect(ask("br").then(buffer)).rejects.toThrow(/aborted|hang up/);
  expect(await sent).toBe("a loader broke");
});
