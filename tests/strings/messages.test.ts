import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { en } from "#app/strings/en.ts";
import { type MessageKey, say } from "#app/strings/say.ts";

test("every message can be read, whoever is to see it", () => {
  const broken = Object.entries(en).flatMap(([key, message]) => {
    try {
      new IntlMessageFormat(message, "en");
      return [];
    } catch (error) {
      return `${key}: ${(error as Error).message}`;
    }
  });
  expect(broken).toEqual([]);
});

test("every message is said as its format says it, whatever stands in its places", () => {
  for (const [key, message] of Object.entries(en) as [MessageKey, string][]) {
    const names = [...message.matchAll(/\{(\w+)/g)].map(([, name]) => name!);
    for (const value of ["", "{count} <b>it’s</b> 'so'", 0, 1, 1234567.5]) {
      const values = Object.fromEntries(names.map((name) => [name, value]));
      expect(outcome(() => say(key, values))).toEqual(
        outcome(() => String(new IntlMessageFormat(message, "en").format(values))),
      );
    }
    if (names.length > 0) expect(() => say(key)).toThrow(names[0]);
  }
});

/** What comes of it, the error too. */
function outcome(say: () => string) {
  try {
    return say();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}
