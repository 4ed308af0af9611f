import { startForum } from "./children.js";
import { median } from "./figures.js";

const STARTS = 5;

/** Seconds from `node app/start.js` to the line that says it is ready, the median of a few starts; the database is in place and everything is built. */
export async function measureStart({ database, report, size }) {
  const seconds = [];
  for (let start = 0; start <= STARTS; start += 1) {
    const forum = await startForum({ database, program: "app/start.js" });
    await forum.stop();
    // The first reads everything from the disk.
    if (start > 0) seconds.push(forum.seconds);
  }
  report.row("ready", size, { seconds: median(seconds) });
}
