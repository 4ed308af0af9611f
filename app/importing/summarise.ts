import { type MessageKey, say } from "../strings/say.ts";
import type { Counts } from "./run.ts";

/** What an import did, in lines for whoever ran it. */
export function summarise(source: string, counts: Counts): string {
  const { threads, posts, people, orphans, skipped, isCutShort } = counts;
  const skips = [...skipped].sort(([, one], [, other]) => other - one);
  const all = skips.reduce((sum, [, count]) => sum + count, 0);
  return [
    say("import.end", { source }),
    say("import.end.threads", threads),
    say("import.end.posts", posts),
    say("import.end.people", people),
    ...(orphans > 0 ? [say("import.end.orphans", { count: orphans })] : []),
    ...(all > 0 ? [say("import.end.skipped", { count: all })] : []),
    ...skips.map(([key, count]) => `  ${count} × ${reasonOf(key as MessageKey)}`),
    ...(isCutShort ? [say("import.end.stopped")] : []),
  ].join("\n");
}

/** The reason without what differs from row to row. */
const reasonOf = (key: MessageKey) =>
  key === "import.skip.outdone"
    ? say("import.end.outdone")
    : key === "import.skip.gone"
      ? say("import.end.gone")
      : key === "import.file.unreadable"
        ? say("import.end.unreadable")
        : say(key);
