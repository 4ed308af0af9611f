import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { rankByCommand } from "#app/ranking/rank-by-command.server.ts";

async function rank(lines: string[]) {
  let out = "";
  const output = new Writable({
    write(chunk, _, done) {
      out += chunk;
      done();
    },
  });
  const complaints: string[] = [];
  const code = await rankByCommand(Readable.from([lines.join("\n")]), output, (line) =>
    complaints.push(line),
  );
  const found = out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { code, complaints, found };
}

const rows = [
  '{"type":"person","id":"u1","level":1}',
  '{"type":"vote","person":"u2","post":"p1","worth":1,"agree":-1,"at":1790000100}',
  '{"type":"post","id":"p1","author":"u1","thread":"t1","words":120,"at":1790000000,"z":0.2}',
  '{"type":"person","id":"u2","level":1}',
];

test("rows in any order, out come ranks: posts first, then people, in the order of their rows", async () => {
  const { code, complaints, found } = await rank(rows);
  expect(found.map(({ id, person }) => id ?? person)).toEqual(["p1", "u1", "u2"]);
  expect(Object.keys(found[0])).toEqual(["id", "q", "w", "h", "pl", "pr", "y", "n", "insult"]);
  // One vote in the whole forum, so π = 4/7.
  expect(found[0]).toMatchObject({ n: 1, y: 0, insult: 0 });
  expect(found[0].q).toBeCloseTo((1 + (3 * 4) / 7) / 4, 12);
  expect(found[2]).toEqual({ person: "u2", x: 0 });
  expect([code, complaints]).toEqual([0, []]);
});

test.each([
  ['{"type":"vote",', "no JSON"],
  ["null", "no type"],
  ['{"type":"like","id":1}', "no type"],
  ['{"type":"vote","person":"u2","post":"p1","worth":2,"agree":0,"at":1}', '"worth"'],
  ['{"type":"vote","person":"u2","post":"p1","worth":1,"agree":0}', '"at"'],
  ['{"type":"flag","person":"u2","post":"p1","reason":"spam","at":1,"decided":"no"}', '"decided"'],
  ['{"type":"person","id":"u3","level":"1"}', '"level"'],
])(
  "a broken row is told with the number of its line, and the others are ranked: %s",
  async (row, said) => {
    const { code, complaints, found } = await rank([rows[0]!, "", row, ...rows.slice(1)]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^Line 3: /);
    expect(complaints[0]).toContain(said);
    expect(code).toBe(1);
    expect(found).toHaveLength(3);
  },
);

test("no rows, no ranks", async () => {
  expect(await rank([])).toEqual({ code: 0, complaints: [], found: [] });
});
