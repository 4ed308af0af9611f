import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { RequestLines } from "#app/http/request-lines.server.ts";

/** Tells of one request whose answer has gone. */
function add(lines: RequestLines, url: string, isCut = false, type = "text/html") {
  const response = { statusCode: 200, writableFinished: !isCut, getHeader: () => type };
  const began = process.hrtime.bigint();
  lines.add(
    { method: "GET", url } as IncomingMessage,
    response as unknown as ServerResponse,
    began,
  );
}

function openLines() {
  const written: string[] = [];
  const lines = new RequestLines(
    (text) => written.push(text),
    () => 1_795_000_000_000,
  );
  return {
    lines,
    written,
    read: () =>
      written
        .join("")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
  };
}

test("each request makes one line of JSON, without its query and without secrets of its path", () => {
  const { lines, read } = openLines();
  add(lines, "/threads/1?order=new");
  add(lines, '/reset-password/se"cret');
  add(lines, "/posts/2", true);
  lines.flush();
  expect(read()).toEqual([
    {
      level: 30,
      time: 1_795_000_000_000,
      method: "GET",
      path: "/threads/1",
      status: 200,
      ms: expect.any(Number),
    },
    expect.objectContaining({ path: '/reset-password/…"cret' }),
    expect.objectContaining({ path: "/posts/2", cut: true }),
  ]);
});

test("a stream is not cut where its reader goes away, for it ends in no other way", () => {
  const { lines, read } = openLines();
  add(lines, "/live?thread=1", true, "text/event-stream; charset=utf-8");
  lines.flush();
  expect(read()[0]).not.toHaveProperty("cut");
});

test("lines are handed on together, a hundred at once, and what is left when it is asked for", () => {
  const { lines, written, read } = openLines();
  for (let count = 0; count < 250; count += 1) add(lines, `/posts/${count}`);
  expect(written.length).toBe(2);
  lines.flush();
  lines.flush();
  expect(written.length).toBe(3);
  expect(read().map(({ path }) => path)).toEqual(
    Array.from({ length: 250 }, (_, at) => `/posts/${at}`),
  );
});

test("no line waits for the hundredth", async () => {
  const line = await new Promise<string>((resolve) => {
    add(new RequestLines(resolve, () => 0), "/");
    // The line's own clock keeps nobody up; something must, until it has run.
    const awake = setInterval(() => {}, 1000);
    setTimeout(() => clearInterval(awake), 5000).unref();
  });
  expect(JSON.parse(line)).toMatchObject({ path: "/" });
});
