/** What the log tells of what broke. */
import pino from "pino";
import { expect, test } from "vitest";
import { errorReporter } from "#app/http/request-log.server.ts";
import { Away } from "#db/trouble.ts";

function openReporter() {
  const lines: string[] = [];
  const clock = { seconds: 1_000 };
  const log = pino({ base: null }, { write: (line) => lines.push(line) });
  return { lines, clock, report: errorReporter(log, () => clock.seconds) };
}

test("an outage is written down once, however long it lasts and however many meet it", () => {
  const { lines, clock, report } = openReporter();
  const references = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(() => {
    clock.seconds += 5;
    return report(new Away("The database cannot be reached."), "/threads/1");
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(references[0]!);
  expect(new Set(references).size).toBe(1);
});

test("the next outage is written down again, and so is whatever else breaks meanwhile", () => {
  const { lines, clock, report } = openReporter();
  const first = report(new Away("The database cannot be reached."), "/");
  const broken = report(new Error("Something else"), "/topics");
  clock.seconds += 60;
  const second = report(new Away("The database cannot be reached."), "/");
  expect(lines).toHaveLength(3);
  expect(new Set([first, broken, second]).size).toBe(3);
});
