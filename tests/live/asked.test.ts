/** What an open page asks for, and how it is told. */
import { expect, test } from "vitest";
import { readAsked } from "#app/live/asked.ts";
import { writeEvent } from "#app/live/message.ts";

const ask = (query: string, lastEventId?: string) =>
  readAsked(new URLSearchParams(query), lastEventId);

test.each([
  ["", undefined, { unread: null, thread: null }],
  ["unread=3", "12", { unread: 3, thread: null }],
  ["thread=4&after=9", undefined, { unread: null, thread: { id: 4, after: 9, told: 9 } }],
  ["thread=4&after=9&unread=0", "12", { unread: 0, thread: { id: 4, after: 9, told: 12 } }],
  ["thread=4&after=9", "x", { unread: null, thread: { id: 4, after: 9, told: 9 } }],
  ["thread=4&after=9", "7", { unread: null, thread: { id: 4, after: 9, told: 9 } }],
  ["thread=4", undefined, null],
  ["thread=0&after=9", undefined, null],
  ["thread=-4&after=9", undefined, null],
  ["thread=&after=9", undefined, null],
  ["thread=4&after=1e3", undefined, null],
  ["thread=4&after=99999999999999999", undefined, null],
])("a page that asks by %j, told %j last, is understood", (query, lastEventId, asked) => {
  expect(ask(query, lastEventId)).toEqual(asked);
});

test("an event is one line for each field, whatever is told", () => {
  const written = writeEvent({ name: "replies", id: 12, data: { said: "1\nnew\r\n\nreply" } });
  expect(written).toBe('event: replies\nid: 12\ndata: {"said":"1\\nnew\\r\\n\\nreply"}\n\n');
  expect(writeEvent({ name: "inbox", data: {} })).toBe("event: inbox\ndata: {}\n\n");
});
