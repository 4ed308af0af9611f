/** `npm run --silent score < rows.jsonl > scores.jsonl`: a line with an id and a text in, a line with its scores out. */
import { once } from "node:events";
import { createInterface } from "node:readline";
import { type MessageKey, say } from "../strings/say.ts";
import type { Scorer } from "./scores.ts";

const NO_LANGUAGE = "This seems to be another language than English: the scorer cannot judge it.";

/** Scores line by line, in order, as they come; a broken line is answered with its error. Answers the exit code: 1 if a line was broken. */
export async function scoreByCommand(
  scorer: Scorer,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<number> {
  let code = 0;
  // Whoever reads us may go away, as `head` does: that is the end, not an accident.
  let gone = false;
  output.on("error", () => {
    gone = true;
  });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (gone) break;
    if (line.trim() === "") continue;
    const answer = scoreLine(scorer, line);
    if ("error" in answer) code = 1;
    if (!output.write(`${JSON.stringify(answer)}\n`))
      await Promise.race([
        once(output, "drain"),
        once(output, "error"),
        once(output, "close"),
      ]).catch(() => undefined);
  }
  return code;
}

/** The scores of one line, or what is wrong with it; never throws. */
export function scoreLine(scorer: Scorer, line: string): { error: string } | object {
  let row: unknown;
  try {
    row = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch {
    return { error: "This line is no JSON." };
  }
  if (typeof row !== "object" || row === null || Array.isArray(row))
    return { error: "This line is no object with an id and a text." };
  const { id, text } = row as { id?: unknown; text?: unknown };
  const named = id === undefined ? {} : { id };
  if (typeof text !== "string") return { ...named, error: "This row has no text." };
  const { insult, substance, passages, judged } = scorer(text);
  return {
    ...named,
    insult: round(insult),
    substance: round(substance),
    passages: passages.map(({ start, end, kind, reason, weight }) => ({
      start,
      end,
      kind,
      reason: say(`substance.reason.${reason}` as MessageKey),
      signal: reason,
      weight: round(weight),
    })),
    ...(judged ? {} : { judged, note: NO_LANGUAGE }),
  };
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;
