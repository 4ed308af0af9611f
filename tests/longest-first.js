/** The order of test files. Plain JavaScript, for it is loaded with the configuration. */
import { statSync } from "node:fs";

/** What takes longest, first: begun last, it would leave the other cores idle. */
const longest = [
  ...["http/attacks/slow", "corpora/import-discourse", "http/attacks/xss", "browser/corpora-xss"],
  ...["browser/drafts", "corpora/discourse-forum", "corpora/together", "browser/walk"],
  ...["browser/walk-mishaps", "browser/walk-axe", "http/attacks/inject", "importing/command"],
  ...["http/processes", "browser/pages", "corpora/attacks", "http/roles", "http/contract-start"],
  ...["http/attacks/sweep", "browser/quote", "http/postgres-away", "http/contract-stop"],
].map((name) => `/tests/${name}.test.ts`);

/** Files of one project in a row, for a process is kept for the next file only where it is of the same. */
export class LongestFirst {
  /** Were there several machines, each would take every file. */
  shard(files) {
    return files;
  }
  sort(files) {
    const projects = [...new Set(files.map(({ project }) => project))];
    const places = new Map();
    for (const file of files) {
      const place = longest.findIndex((name) => file.moduleId.endsWith(name));
      const project = projects.indexOf(file.project);
      const among = place === -1 ? [longest.length, -statSync(file.moduleId).size] : [place, 0];
      places.set(file, [project, ...among]);
    }
    return files.sort((one, other) => {
      const [a, b] = [places.get(one), places.get(other)];
      return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
    });
  }
}
