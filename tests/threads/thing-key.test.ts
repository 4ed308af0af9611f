import { expect, test } from "vitest";
import { thingKey } from "#app/threads/thing-key.ts";

const same: [string, string[]][] = [
  [
    "arxiv:2401.12345",
    [
      "https://arxiv.org/abs/2401.12345",
      "http://www.arxiv.org/pdf/2401.12345v3.pdf#page=2",
      "https://export.arxiv.org/html/2401.12345v1",
      "https://huggingface.co/papers/2401.12345",
    ],
  ],
  ["arxiv:cs/0112017", ["https://arxiv.org/abs/cs/0112017", "https://arxiv.org/pdf/cs/0112017v2"]],
  [
    "hub:tern/tern-7b",
    ["https://huggingface.co/Tern/tern-7b", "https://hf.co/tern/Tern-7B/tree/main?x=1"],
  ],
  ["hub:datasets/tern/letters", ["https://huggingface.co/datasets/tern/letters/viewer"]],
  [
    "github:tern/weights",
    ["https://github.com/Tern/weights.git", "https://github.com/tern/weights/tree/main/docs"],
  ],
  [
    "post:x/1234567",
    ["https://x.com/ada/status/1234567?s=20", "https://twitter.com/a/status/1234567"],
  ],
  ["post:bsky/ada.example/3k", ["https://bsky.app/profile/ada.example/post/3k"]],
  [
    "paper.example/a/b",
    [
      "https://paper.example/a/b",
      "http://www.paper.example:80/a/b/?utm_source=x&fbclid=2#part",
      "https://PAPER.example/a//b",
    ],
  ],
  ["paper.example/?a=1&b=2".replace("/?", "?"), ["https://paper.example/?b=2&a=1&utm_medium=y"]],
];

test.each(same)("%s is one thing at all of its addresses", (key, addresses) => {
  expect(addresses.map(thingKey)).toEqual(addresses.map(() => key));
});

test("other things have other keys", () => {
  const addresses = [
    "https://github.com/tern/weights/issues/4",
    "https://github.com/tern/weights/issues/5",
    "https://github.com/tern/weights",
    "https://github.com/tern",
    "https://arxiv.org/list/cs.CL/recent",
    "https://huggingface.co/blog/tern",
    "https://paper.example/read?v=1",
    "https://paper.example/read?v=2",
    "https://paper.example:8080/read",
    "https://paper.example/%",
  ];
  expect(new Set(addresses.map(thingKey)).size).toBe(addresses.length);
});

test("an address keeps its key up to 1,000 bytes of UTF-8, and has none beyond", () => {
  const at = (path: string) => thingKey(`https://a.example/${path}`);
  expect(at("x".repeat(990))).toHaveLength(1_000);
  expect(at("x".repeat(991))).toBeNull();
  expect(at("模".repeat(330))).toHaveLength(340);
  expect(at("模".repeat(331))).toBeNull();
  expect(at(`?q=${"模".repeat(150)}`)).toBeNull();
  expect(thingKey(`https://github.com/tern/${"x".repeat(991)}`)).toBeNull();
});

test("no key holds a NUL", () => {
  expect(thingKey("https://paper.example/%00/%61?b=%00")).toBe("paper.example/%00/a?b=%00");
});

test("what is no web address has no key", () => {
  for (const text of ["", "Tern 7B", "javascript:alert(1)", "mailto:ada@mail.example", "//x"]) {
    expect(thingKey(text)).toBeNull();
  }
});
