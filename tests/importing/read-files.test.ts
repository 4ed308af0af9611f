import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { listFiles, readFile } from "#app/importing/read-files.server.ts";
import { Items, Lines } from "#app/importing/split-json.ts";
import { openForum } from "../forum.ts";
import { asLines, importFrom, makeFolder, outerPost, readImported } from "./outer.ts";
import { dice } from "./random-forum.ts";

const rows = [outerPost(1, 1), outerPost(1, 2), outerPost(2, 1)];

const shapes: Record<string, Record<string, string | Uint8Array>> = {
  lines: { "a.ndjson": asLines(rows) },
  "lines with empty ones and a carriage return": {
    "a.jsonl": `\n${asLines(rows).replaceAll("\n", "\r\n\r\n")}\r\n`,
  },
  "packed lines": { "a.ndjson.gz": gzipSync(asLines(rows)) },
  "packed lines in two parts": {
    "a.ndjson.gz": Buffer.concat([
      gzipSync(`${JSON.stringify(rows[0])}\n`),
      gzipSync(asLines(rows.slice(1))),
    ]),
  },
  "a list": { "a.json": JSON.stringify(rows, null, 2) },
  "a packed list": { "a.json.gz": gzipSync(JSON.stringify(rows)) },
  "single posts": Object.fromEntries(
    rows.map((row, index) => [`${index}.json`, JSON.stringify(row, null, 1)]),
  ),
  "a thread with its posts": {
    "1.json": JSON.stringify({
      ...{ id: 1, title: "Thread 1 of the gannets", category_id: 7 },
      post_stream: {
        posts: rows
          .slice(0, 2)
          .map((row) => ({ ...row, topic_title: undefined, category_id: undefined })),
      },
    }),
    "2.json": JSON.stringify(rows[2]),
  },
  "the latest posts": { "a.json": JSON.stringify({ latest_posts: rows }) },
};

for (const [name, files] of Object.entries(shapes)) {
  test(`posts are read from ${name}`, async () => {
    const { db } = await openForum();
    const topics = new Map([[7, "Sea birds"]]);
    const { told } = await importFrom(db, makeFolder(files), ["."], { topics });
    expect(told).toEqual([]);
    const posts = await readImported(db);
    expect(posts.map(({ title, number }) => [title, number])).toEqual([
      ["Thread 1 of the gannets", 1],
      ["Thread 1 of the gannets", 2],
      ["Thread 2 of the gannets", 1],
    ]);
    expect(
      await db.selectFrom("thread_topic").select("topic_id").distinct().execute(),
    ).toHaveLength(1);
  });
}

test("folders are read in the order of their names, what is no JSON is left, and links may lead nowhere", () => {
  const folder = makeFolder({ "b.json": "", "a.ndjson": "", "notes.txt": "", "c.json.gz": "" });
  mkdirSync(path.join(folder, "aa.json"));
  writeFileSync(path.join(folder, "aa.json", "z.jsonl"), "");
  symlinkSync("/nowhere/at/all.json", path.join(folder, "d.json"));
  symlinkSync("e.json", path.join(folder, "e.json"));
  symlinkSync(".", path.join(folder, "f.json"));
  const names = listFiles(["."], folder).map((file) => file.name);
  expect(names).toEqual(["a.ndjson", "aa.json/z.jsonl", "b.json", "c.json.gz"]);
  expect(() => listFiles(["notes.txt"], folder)).toThrow("notes.txt holds no file");
  expect(() => listFiles(["gone"], folder)).toThrow("There is no gone.");
  expect(() => listFiles(["e.json"], folder)).toThrow(/^e\.json cannot be read: ELOOP/);
});

test("a list that is cut off gives what is whole, and each value has its line", async () => {
  const text = JSON.stringify(rows, null, 1);
  const folder = makeFolder({ "a.json": text.slice(0, text.length - 30), "b.json": "[{}, [{]}]]" });
  const read: [number, unknown][] = [];
  const faults: [number, string][] = [];
  for (const file of listFiles(["."], folder)) {
    await readFile(file, {
      take: (value, line) => read.push([line, (value as { id?: number }).id]),
      fault: (line, said) => faults.push([line, said.key]),
    });
  }
  const height = JSON.stringify(rows[0], null, 1).split("\n").length;
  expect(read).toEqual([
    [2, 1001],
    [2 + height, 1002],
    [1, undefined],
  ]);
  expect(faults.map(([, key]) => key)).toEqual(["import.file.cut", "import.skip.no-json"]);
});

test("reading ends within a file when it is stopped, and nothing is told of the rest", async () => {
  const many = Array.from({ length: 4_000 }, () => rows[0]!);
  const folder = makeFolder({
    "a.ndjson": asLines(many),
    "b.ndjson.gz": gzipSync(asLines(many)),
    "c.json": JSON.stringify(many),
  });
  for (const file of listFiles(["."], folder)) {
    let taken = 0;
    await readFile(file, {
      take: () => {
        taken += 1;
      },
      fault: () => expect.fail(),
      isStopped: () => taken > 0,
    });
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(1_000);
  }
});

test("a file that is one value is told, and not kept, where it is longer than any thread", () => {
  const faults: string[] = [];
  const splitter = new Items({ take: expect.fail, fault: (_, said) => faults.push(said.key) });
  const blank = " ".repeat(1_000_000);
  splitter.add('{"id": 1,');
  for (let turn = 0; turn < 65; turn++) splitter.add(blank);
  splitter.add("}");
  splitter.end();
  expect(faults).toEqual(["import.file.too-long"]);
});

test("values are the same wherever the pieces of a file begin", () => {
  const draw = dice(5);
  const values = [{ a: 'x"\\]}' }, { b: [1, { c: "[{" }] }, { d: "\n\u2028é" }];
  for (const [Splitter, text] of [
    [Items, JSON.stringify(values, null, 2)],
    [Lines, values.map((value) => JSON.stringify(value)).join("\n")],
  ] as const) {
    for (let turn = 0; turn < 200; turn++) {
      const read: unknown[] = [];
      const splitter = new Splitter({ take: (value) => read.push(value), fault: expect.fail });
      for (let at = 0; at < text.length; ) {
        const size = 1 + draw(20);
        splitter.add(text.slice(at, at + size));
        at += size;
      }
      splitter.end();
      expect(read).toEqual(values);
    }
  }
});
