/** `npm run --silent rank < rows.jsonl > ranks.jsonl`: the rows of a forum in, its ranks out. */
import { once } from "node:events";
import { createInterface } from "node:readline";
import { rankRows } from "./rank-rows.ts";
import { type Row, readRow } from "./rows/row.ts";

/** Ranks the rows, posts first, then people; a broken row is told with the number of its line and left out. Answers the exit code: 1 if a row was broken. */
export async function rankByCommand(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  complain: (line: string) => void,
): Promise<number> {
  const rows: Row[] = [];
  let number = 0;
  let code = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    const read = readRow(line);
    if ("row" in read) rows.push(read.row);
    else {
      complain(`Line ${number}: ${read.error}`);
      code = 1;
    }
  }
  const { posts, people } = rankRows(rows);
  await writeLines(output, [...posts, ...people]);
  return code;
}

async function writeLines(output: NodeJS.WritableStream, rows: readonly object[]) {
  // Whoever reads us may go away, as `head` does: that is the end, not an accident.
  let isGone = false;
  output.on("error", () => {
    isGone = true;
  });
  for (const row of rows) {
    if (isGone) return;
    if (output.write(`${JSON.stringify(row)}\n`)) continue;
    await Promise.race([once(output, "drain"), once(output, "error"), once(output, "close")]).catch(
      () => undefined,
    );
  }
}
