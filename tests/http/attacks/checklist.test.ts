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
const idsIn = (files: string[]) =>
  new Set(files.flatMap((file) => readFileSync(file, "utf8").match(/\bAC-\d{3}\b/g) ?? []));
const named = idsIn(tests);
const isAbsent = (file: string) => path.basename(file) === "absent.test.ts";
const elsewhere = idsIn(tests.filter((file) => !isAbsent(file)));
/** Cases about what the forum does not have, and that have no other test: nothing is shown of them but that their addresses are nobody's. */
const absent = [...idsIn(tests.filter(isAbsent))].filter((id) => !elsewhere.has(id));

describeCorpora("The list of attacks", () => {
  const cases = () => readCorpora("attack-cases") as unknown as Case[];

  test("has a test for each case of sessions, forgery, rights, redirects and injection", () => {
    const untried = cases().filter(({ id, area }) => complete.includes(area) && !named.has(id));
    expect(untried.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
  });

  test("is what the tests name: no id is made up", () => {
    const known = new Set(cases().map(({ id }) => id));
    expect([...named].filter((id) => !known.has(id))).toEqual([]);
    const untried = [...known].filter((id) => !named.has(id));
    const listed = absent.filter((id) => known.has(id)).length;
    const shown = known.size - untried.length - listed;
    console.info(
      `Of ${known.size} cases ${shown} are shown, and ${listed} listed as absent: the forum does not have what they are about. Not yet: ${untried.join(" ") || "none"}.`,
    );
  });
});
