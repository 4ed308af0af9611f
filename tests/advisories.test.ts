/** What we depend on: few packages, each explained, none below the version that mended a known fault. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  dev?: boolean;
}
type Lock = Record<string, Locked>;

const lock: Lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const direct: string[] = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

/** Kept by hand, for npm's own audit cannot be reached everywhere: package, lowest version, the fault that is mended in it. */
const floors: [name: string, version: string, fault: string][] = [
  ["sanitize-html", "2.17.4", "CVE-2026-44990: what stands in xmp passes through"],
  ["@remix-run/router", "1.23.2", "CVE-2026-22029: scripts and other hosts by redirects"],
  ["@remix-run/server-runtime", "2.17.5", "CVE-2026-42342: __manifest stops the server"],
  ["@remix-run/node", "2.17.5", "CVE-2025-61686: path traversal in file sessions"],
  ["@remix-run/react", "2.17.5", "CVE-2026-42342, the browser's half"],
  ["marked", "4.0.10", "CVE-2022-21680: expressions that take for ever"],
  ["better-sqlite3", "12.0.0", "CVE-2025-6965, in the SQLite that 11 carries"],
  ["dompurify", "3.4.0", "CVE-2026-0540: mutations that become scripts"],
  ["on-headers", "1.1.0", "CVE-2025-7339: headers that are not one's own"],
  ["cookie", "0.7.0", "CVE-2024-47764: names and paths out of bounds"],
  ["undici", "6.21.2", "CVE-2025-47279: memory lost on bad certificates"],
  ["nanoid", "3.3.8", "CVE-2024-55565: predictable for lengths that are not whole"],
];

/** Licences that ask for no more than their text. */
const licences =
  /^(MIT(-0)?|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|\(.*(MIT|Apache-2\.0).*\))$/;

const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + 13);

/** Whether a version is lower than another, number by number. */
function isBelow(version: string, floor: string) {
  const numbers = (text: string) => text.split(/[-+]/)[0]!.split(".").map(Number);
  const [ours, theirs] = [numbers(version), numbers(floor)];
  const at = theirs.findIndex((number, index) => number !== ours[index]);
  return at >= 0 && ours[at]! < theirs[at]!;
}

function belowFloor(packages: Lock) {
  return Object.entries(packages).flatMap(([place, { version, dev }]) =>
    floors
      .filter(([name, floor]) => !dev && nameOf(place) === name && isBelow(version, floor))
      .map(([name, floor, fault]) => `${name} ${version} is below ${floor} (${fault})`),
  );
}

test("no package is below the version that mended a known fault", () => {
  expect(belowFloor(lock)).toEqual([]);
});

test("a package below its floor is named, also one inside another, also by one number", () => {
  const old = {
    "node_modules/sanitize-html": { version: "2.17.3" },
    "node_modules/a/node_modules/@remix-run/router": { version: "1.9.9" },
    "node_modules/marked": { version: "18.2.1" },
    "node_modules/better-sqlite3": { version: "11.10.0" },
    "node_modules/cookie": { version: "0.7.0" },
  };
  expect(belowFloor(old).map((line) => line.split(" ")[0])).toEqual([
    "sanitize-html",
    "@remix-run/router",
    "better-sqlite3",
  ]);
});

test("at most forty packages are asked for by name", () => {
  expect(direct.length).toBeLessThanOrEqual(40);
});

test("each of them is explained in README's table", () => {
  const readme = existsSync("README.md") ? readFileSync("README.md", "utf8") : "";
  const table = readme.split("\n").filter((line) => line.startsWith("|"));
  const unexplained = direct.filter((name) => !table.some((line) => line.includes(`\`${name}\``)));
  expect(unexplained).toEqual([]);
});

test("what runs with the forum has a licence that allows it", () => {
  const others = Object.entries(lock)
    .filter(([place, { dev, license }]) => place && !dev && !licences.test(license ?? ""))
    .map(([place, { license }]) => `${nameOf(place)}: ${license}`);
  expect(others).toEqual([]);
});

test("the lock file knows each package by its content, and no address to get it from", () => {
  const wrong = Object.entries(lock).filter(
    ([place, { integrity, resolved }]) => place && (!integrity || resolved),
  );
  expect(wrong).toEqual([]);
});
