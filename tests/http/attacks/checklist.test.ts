import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { describeCorpora, readCorpora } from "../../corpora/corpus.ts";

interface Case {
  id: string;
  area: string;
  title: string;
}

/** Areas of which every case must have its test, named by its id. */
const complete = ["session", "csrf", "authz", "redirect", "inject"];

const tests = readdirSync("tests", { recursive: true })
  .map((file) => path.join("tests", String(file)))
  .filter((file) => file.endsWith(".test.ts"));
const named = new Set(
  tests.flatMap((file) => readFileSync(file, "utf8").match(/\bAC-\d{3}\b/g) ?? []),
);

describeCorpora("The list of attacks", () => {
  const cases = () => readCorpora("attack-cases") as unknown as Case[];

  test("has a test for each case of sessions, forgery, rights, redirects and injection", () => {
    const untried = cases().filter(({ id, area }) => complete.includes(area) && !named.has(id));
    expect(untried.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
  });

  test("is what the tests name: no id is made up", () => {
    const known = new Set(cases().map(({ id }) => id));
    expect([...named].filter((id) => !known.has(id))).toEqual([]);
    const untried = cases().filter(({ id }) => !named.has(id));
    console.info(
      `${known.size - untried.length} of ${known.size} cases have a test; not yet: ${untried.map(({ id }) => id).join(" ")}`,
    );
  });
});
