import { expect, test } from "vitest";
import { AnswerReader, type ReadAnswer } from "./read-answer.js";

const whole = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\nDate: now\r\n\r\n0\r\n\r\nHTTP/1";
const inChunks =
  "HTTP/1.1 404 Not Found\r\nContent-Encoding: br\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n0\r\n\r\nHTTP/1\r\n2\r\nab\r\n0\r\n\r\n";
const empty = "HTTP/1.1 302 Found\r\nlocation: /threads/4#post-9\r\ncontent-length: 0\r\n\r\n";

test("answers are told apart wherever they are cut", () => {
  const bytes = Buffer.from(whole + inChunks + empty + whole);
  const first = { status: 200, bytes: 11, location: null, encoding: null, body: "0\r\n\r\nHTTP/1" };
  const right = [
    first,
    { ...first, status: 404, bytes: 13, encoding: "br", body: "0\r\n\r\nHTTP/1ab" },
    { status: 302, bytes: 0, location: "/threads/4#post-9", encoding: null, body: "" },
    first,
  ];
  for (let size = 1; size <= bytes.length; size += 1) {
    const seen: (Omit<ReadAnswer, "parts"> & { body: string })[] = [];
    const reader = new AnswerReader(({ parts, ...answer }) =>
      seen.push({ ...answer, body: String(Buffer.concat(parts)) }),
    );
    for (let from = 0; from < bytes.length; from += size) {
      reader.take(bytes.subarray(from, from + size));
    }
    expect(seen).toEqual(right);
  }
});

test("what is no answer is refused", () => {
  const reader = new AnswerReader(() => {});
  expect(() => reader.take(Buffer.from("SSH-2.0 hello\r\n\r\n"))).toThrow("no answer");
});
