/** What the documents show is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const documents = [
  ...["README.md", "SECURITY.md"],
  ...readdirSync("decisions").map((name) => path.join("decisions", name)),
];

/** The files of its own repository that a document shows or links to, as paths from the repository's top. */
function filesIn(document: string, text: string): string[] {
  const written = text.replace(/```.*?```|`[^`\n]*`/gs, "");
  const addresses = [
    ...written.matchAll(/\]\(<?([^)\s>]+)/g),
    ...written.matchAll(/<(?:img|source|a)\b[^>]*\b(?:src|srcset|href)="([^"\s]+)/g),
    ...written.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)/gm),
  ].map(([, address]) => address!.replace(/[?#].*$/, ""));
  return addresses
    .filter((address) => address !== "" && !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address))
    .map((address) => path.join(path.dirname(document), decodeURIComponent(address)));
}

test.each(documents)(
  "every picture and file that %s shows or links to is in the repository",
  (name) => {
    const missing = filesIn(name, readFileSync(name, "utf8")).filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
  },
);

test("the README shows pictures, and a picture that is not there is noticed", () => {
  const files = filesIn("README.md", readFileSync("README.md", "utf8"));
  expect(files.filter((file) => file.endsWith(".png")).length).toBeGreaterThan(0);
  const shown = '![a](.github/none.png) <img src=\'\' alt="b" src="none.svg"> [c](other.md#top)';
  expect(
    filesIn("decisions/001.md", `${shown}\n\`![d](code.png)\` ![e](https://a.example/f.png)`),
  ).toEqual([...["decisions/.github/none.png", "decisions/other.md", "decisions/none.svg"]]);
});
