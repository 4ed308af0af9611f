/** The order of test files. Plain JavaScript, for it is loaded with the configuration. */
import { statSync } from "node:fs";

/** What takes longest, first: begun last, it would leave the other cores idle. */
const longest = [
  ...["http/attacks/slow", "browser/pages", "http/no-stale-page"],
  ...["http/roles", "browser/corpora-xss", "corpora/discourse-forum"],
  ...["corpora/import-discourse", "browser/walk-axe", "filling/fill-forum"],
  ...["http/processes", "moving/command", "corpora/together"],
  ...["corpora/move-archive", "browser/drafts", "browser/walk-moderation"],
  ...["http/contract-start", "importing/command", "http/attacks/sweep"],
  ...["browser/walk-mishaps", "http/attacks/inject", "http/postgres-away"],
  ...["moderation/every-state", "substance/command", "browser/walk"],
  ...["browser/walk-nudge", "http/nudge", "http/votes-are-nobodys"],
  ...["http/attacks/xss", "http/contract-stop", "states/nowhere"],
  ...["http/attacks/integrity", "corpora/attacks", "corpora/pathological"],
  ...["browser/quote", "filling/command", "http/live"],
  ...["reading/random-steps", "importing/run-import", "threads/follow-links"],
  ...["demonstration/cut-off", "importing/bad-input", "moving/move-forum"],
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
