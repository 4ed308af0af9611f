import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { en } from "#app/strings/en.ts";

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
