/** What the forum is asked to hold, row by row: what must be reached and what is aimed at. Pure. */

/** Each part of a row: its key in what was measured, its unit, whether more is better. */
const less = (key, unit, reach, aim) => ({ key, unit, reach, aim, isMore: false });
const more = (key, unit, reach, aim) => ({ key, unit, reach, aim, isMore: true });

export const asked = [
  {
    id: "hot",
    group: "thread",
    name: "Signed-out thread page, hot",
    parts: [more("ratio", "of the ceiling", 0.6, 0.85)],
  },
  {
    id: "different",
    group: "different",
    name: "Signed out, every page different (up to 10,000 threads, Zipf)",
    parts: [more("ratio", "of the ceiling", 0.3, 0.6)],
  },
  {
    id: "signed-in-20",
    group: "thread",
    name: "Signed-in thread page of 20 posts",
    parts: [more("ratio", "of the ceiling", 0.1, 0.4)],
  },
  {
    id: "signed-in-200",
    group: "thread",
    name: "Signed-in thread page of 200 posts",
    parts: [more("ratio", "of the ceiling", 0.1, 0.4)],
  },
  {
    id: "afresh",
    group: "afresh",
    name: "Thread page of 20 rendered afresh, nothing kept",
    parts: [less("cpu", "ms of processor", 2.4, 1)],
  },
  {
    id: "same",
    group: "same",
    name: "The same among the most posts as among the fewest",
    parts: [less("times", "times", 1.1, 1)],
  },
  {
    id: "long",
    group: "long",
    name: "Thread of 100,000 posts as one of 200",
    parts: [less("times", "times", 1.3, 1.1)],
  },
  {
    id: "reply",
    group: "reply",
    name: "Replies over HTTP with durable commit, four at once",
    parts: [
      more("rate", "a second", 300, 1000),
      less("p99", "ms p99", 20, 10),
      more("perCpu", "per CPU-second", 420, null),
    ],
  },
  {
    id: "vote",
    group: "vote",
    name: "Votes over HTTP with durable commit, four at once",
    parts: [
      more("rate", "a second", 500, null),
      less("p99", "ms p99", 20, null),
      more("perCpu", "per CPU-second", 500, null),
    ],
  },
  {
    id: "search",
    group: "search",
    name: "Search, any query; readers meanwhile",
    parts: [
      less("p50", "ms p50", 20, 5),
      less("p99", "ms p99", 100, 40),
      less("readers", "ms readers' p95", 50, null),
    ],
  },
  {
    id: "visit",
    group: "visit",
    name: "First visit to a thread of 20, signed out, compressed",
    parts: [less("bytes", "KB", 25, 12), less("requests", "requests", 4, 3)],
  },
  {
    id: "html",
    group: "visit",
    name: "HTML of 200 posts, compressed",
    parts: [less("bytes", "KB", 40, 25)],
  },
  {
    id: "phone",
    group: "phone",
    name: "On a phone (4× slower processor, 1.6 Mbit/s, 150 ms)",
    parts: [less("paint", "s first paint", 0.94, 0.7), less("active", "s interactive", 0.94, 0.7)],
  },
  {
    id: "memory",
    group: "memory",
    name: "Memory of all processes, idle and under load",
    parts: [less("idle", "MB idle", 200, 120), less("busy", "MB under load", 350, 200)],
  },
  {
    id: "live",
    group: "live",
    name: "1,000 open pages that hear what is new",
    parts: [less("memory", "MB more", 150, 60), less("cpu", "ms of processor a second", 50, 20)],
  },
  {
    id: "ready",
    group: "start",
    name: "Ready after start, database in place, built",
    parts: [less("seconds", "s", 1.5, 0.6)],
  },
];

/** The groups that `--only` chooses from; "lists" has no row of its own. */
export const groups = [...new Set([...asked.map(({ group }) => group), "lists"])];

/** How one part of a row did: "aim", "reach", "misses", or null where it was not measured. */
export function judge({ reach, aim, isMore }, measured) {
  if (measured === null || measured === undefined || Number.isNaN(measured)) return null;
  const holds = (bound) => (isMore ? measured >= bound : measured <= bound);
  if (!holds(reach)) return "misses";
  return aim !== null && holds(aim) ? "aim" : "reach";
}

/** How a whole row did: as its worst part. */
export function judgeRow(row, measured) {
  const verdicts = row.parts.map((part) => judge(part, measured?.[part.key]));
  return ["misses", null, "reach", "aim"].find((verdict) => verdicts.includes(verdict)) ?? null;
}
