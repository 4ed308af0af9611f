import { expect, test } from "vitest";
import { inWords, inWordsToTheMinute } from "#app/ui/time.tsx";

const DAY = 86_400;
const YEARS = 20;

const english = (more: Intl.DateTimeFormatOptions = {}) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
    ...more,
  });

test("each day of twenty years is said as in English, and each time of it to the minute", () => {
  const day = english();
  const minute = english({ hour: "2-digit", minute: "2-digit" });
  for (let number = 0; number < YEARS * 365; number += 1) {
    // Midnight, the last second, and one that moves on through the day.
    for (const second of [0, DAY - 1, (number * 977) % DAY]) {
      const at = number * DAY + second;
      expect(inWords(at)).toBe(day.format(at * 1000));
      expect(inWordsToTheMinute(at)).toBe(minute.format(at * 1000));
    }
  }
});

test("a time before 1970 and a part of a second are said as well", () => {
  expect(inWordsToTheMinute(-1)).toBe("31 Dec 1969, 23:59");
  expect(inWordsToTheMinute(59.9)).toBe("1 Jan 1970, 00:00");
});
