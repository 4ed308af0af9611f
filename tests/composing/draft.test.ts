import { expect, test } from "vitest";
import {
  BODY_BYTES,
  readEditDraft,
  readId,
  readReplyDraft,
  readText,
  readThreadDraft,
} from "#app/composing/draft.ts";
import { WrongForm } from "#app/refusals.ts";

type Fields = Record<string, string>;

const thread: Fields = { title: "A claim", body: "Because.", topics: "Open weights" };
const reply: Fields = { body: "Because." };

/** What is wrong with a form, by field and key, and its status; null when nothing is. */
function wrong(read: (form: URLSearchParams) => unknown, fields: Fields) {
  try {
    read(new URLSearchParams(fields));
    return null;
  } catch (error) {
    if (!(error instanceof WrongForm)) throw error;
    const keys = Object.entries(error.problems).map(([field, said]) => [field, said.key]);
    return { status: error.status, ...Object.fromEntries(keys) };
  }
}

const accepted = (read: (form: URLSearchParams) => unknown, given: Fields, cases: Fields[]) => {
  for (const fields of cases)
    expect([fields, wrong(read, { ...given, ...fields })]).toEqual([fields, null]);
};

test("a thread needs a title, a text and a topic, and each is told", () => {
  expect(wrong(readThreadDraft, {})).toEqual({
    status: 422,
    title: "threads.title.missing",
    body: "threads.body.missing",
    topics: "threads.topics.missing",
  });
});

test.each<[Fields, Fields]>([
  [{ title: "  \t\n " }, { title: "threads.title.missing" }],
  [{ title: "?!…" }, { title: "threads.title.missing" }],
  [{ title: "ab" }, { title: "threads.title.missing" }],
  [{ title: "\u200b\u200b\u200b\u200b" }, { title: "threads.title.missing" }],
  [{ title: "\u3164\u3164\u3164\u3164" }, { title: "threads.title.missing" }],
  [{ title: "a\u3164\u3164\u3164" }, { title: "threads.title.missing" }],
  [{ title: "é".repeat(151) }, { title: "threads.title.too-long" }],
  [{ body: " \r\n\u00a0\u3000" }, { body: "threads.body.missing" }],
  [{ topics: " , ,, " }, { topics: "threads.topics.missing" }],
  [{ topics: "a,b,c,d,e,f" }, { topics: "threads.topics.too-many" }],
  [{ url: "example.org" }, { url: "threads.url.wrong" }],
  [{ url: "javascript:alert(1)" }, { url: "threads.url.wrong" }],
  [{ url: "data:text/html,x" }, { url: "threads.url.wrong" }],
  [{ url: "https://ada:secret@example.org/" }, { url: "threads.url.wrong" }],
  [{ url: "https://" }, { url: "threads.url.wrong" }],
  [{ url: `https://example.org/${"a".repeat(2_000)}` }, { url: "threads.url.too-long" }],
  [{ quote: "word for word" }, { url: "threads.url.of-quote" }],
  [{ quote: "a".repeat(2_001), url: "https://example.org" }, { quote: "threads.field.too-long" }],
  [{ disclosure: "a".repeat(201) }, { disclosure: "threads.field.too-long" }],
  [{ norms: "a".repeat(601) }, { norms: "threads.field.too-long" }],
])("the thread with %o is wrong", (fields, problems) => {
  expect(wrong(readThreadDraft, { ...thread, ...fields })).toEqual({ status: 422, ...problems });
});

test("a thread keeps what was typed, in order and without what only surrounds it", () => {
  const form = new URLSearchParams({
    ...{
      title: "  Two\n words\t ",
      body: " as it is\r\n",
      topics: "b, a ,b,",
      quote: " q ",
      key: "k",
    },
    ...{ url: " https://Example.org/ä ", disclosure: "", norms: " " },
  });
  expect(readThreadDraft(form)).toEqual({
    ...{ title: "Two words", body: " as it is\r\n", topics: ["b", "a"], quote: "q" },
    ...{ url: "https://example.org/%C3%A4", disclosure: null, norms: null },
  });
});

test("limits count letters as people do, and bytes where bytes are kept", () => {
  accepted(readThreadDraft, thread, [
    { title: `${"\u{1F999}".repeat(149)}a` },
    { title: "模型开放" },
    { title: "abc" },
    { topics: "a,b,c,d,e" },
    { url: "http://xn--bcher-kva.example:8080/x?y#z" },
  ]);
  const letters = Math.floor(BODY_BYTES / 3);
  accepted(readReplyDraft, reply, [
    { body: "a".repeat(BODY_BYTES) },
    { body: "模".repeat(letters) },
  ]);
  for (const body of ["a".repeat(BODY_BYTES + 1), "模".repeat(letters + 1)]) {
    expect(wrong(readReplyDraft, { body })).toEqual({ status: 413, body: "threads.body.too-long" });
    expect(wrong((form) => readText(form, "body"), { body })).toMatchObject({ status: 413 });
    expect(wrong(readThreadDraft, { ...thread, body, title: "" })).toMatchObject({ status: 413 });
  }
});

test("a text too long is told by how much", () => {
  const form = new URLSearchParams({ body: "a".repeat(BODY_BYTES + 1024) });
  expect(() => readReplyDraft(form)).toThrow(
    expect.objectContaining({
      problems: { body: { key: "threads.body.too-long", values: { kilobytes: 1 } } },
    }),
  );
});

test.each([
  "+1",
  "+100",
  "++",
  "This",
  "THIS!!",
  "so much this.",
  "same here",
  "Agreed!",
  "bump",
  "🙏 me too 🙏",
])("the bare reply %o is refused", (body) => {
  expect(wrong(readReplyDraft, { body })).toEqual({ status: 422, body: "threads.body.nod" });
});

test("a reply that only begins like a nod, or is of another kind, is accepted", () => {
  accepted(readReplyDraft, reply, [
    { body: "+1, since the licence says so" },
    { body: "This is wrong." },
    { body: "2+1" },
    { body: "这" },
    { body: "Same", kind: "tried" },
  ]);
});

test("a reply knows its kind and what it answers", () => {
  const read = (fields: Fields) => readReplyDraft(new URLSearchParams({ ...reply, ...fields }));
  expect(read({})).toEqual({ body: "Because.", parentId: null, kind: "reply" });
  expect(read({ parent: "", kind: "" })).toMatchObject({ parentId: null, kind: "reply" });
  expect(read({ parent: "7", kind: "tried" })).toMatchObject({ parentId: 7, kind: "tried" });
  expect(wrong(readReplyDraft, { ...reply, kind: "rant" })).toMatchObject({
    kind: "threads.kind.unknown",
  });
  for (const parent of ["x", "0", "-1", "1.5", "1e3", "99999999999999999"]) {
    expect(wrong(readReplyDraft, { ...reply, parent })).toMatchObject({
      ...{ status: 422, parent: "threads.parent.elsewhere" },
    });
  }
});

test("an edit names the version that it began from; title and topics only where the form has them", () => {
  const read = (fields: Fields) => readEditDraft(new URLSearchParams(fields));
  const nothing = { title: null, topics: null };
  expect(read({ body: "x", version: "3" })).toEqual({ body: "x", version: 3, ...nothing });
  expect(read({ body: "x", version: "1", title: "Abc", topics: "a" })).toEqual({
    ...{ body: "x", version: 1, title: "Abc", topics: ["a"] },
  });
  expect(wrong(readEditDraft, { body: "x" })).toEqual({
    status: 422,
    "": "threads.version.missing",
  });
  expect(wrong(readEditDraft, { body: "", version: "1", title: "", topics: "" })).toEqual({
    status: 422,
    body: "threads.body.missing",
    title: "threads.title.missing",
    topics: "threads.topics.missing",
  });
});

test.each([
  ["1", 1],
  ["9007199254740991", 9_007_199_254_740_991],
  ["9007199254740992", null],
  ["01", null],
  ["", null],
  ["+1", null],
  ["1 ", null],
  ["１", null],
])("the id %o is %o", (text, id) => {
  expect(readId(text)).toBe(id);
});
