import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const folder = "db/migrations";

test("every time and every id of another row is as wide as the engine needs it", () => {
  const narrow = readdirSync(folder).flatMap((file) => {
    const source = readFileSync(path.join(folder, file), "utf8");
    const columns = source.matchAll(/addColumn\("([a-z_]*(?:at|_ms|_id))", "integer"/g);
    return [...columns].map(([, column]) => `${file}: ${column}`);
  });
  expect(narrow).toEqual([]);
});
