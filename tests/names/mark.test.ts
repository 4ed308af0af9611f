import { expect, test } from "vitest";
import { markPath } from "#app/names/mark.ts";
import { cast } from "../cast.ts";

const people = Array.from({ length: 5000 }, (_, at) => `person-${at}`);

test("a name has one picture, in any case", () => {
  expect(markPath("Ada")).toBe(markPath("aDA"));
});

test("thousands of people have thousands of pictures", () => {
  expect(new Set(people.map(markPath)).size).toBeGreaterThan(4500);
});

test("the cast can be told apart by every quarter", () => {
  const quarters = cast.map(({ name }) => markPath(name).split("M").slice(1));
  for (const [at, one] of quarters.entries()) {
    for (const other of quarters.slice(at + 1)) expect(one).not.toEqual(other);
  }
});

test("a picture is a short path of drawing commands inside its square", () => {
  for (const name of [...people, "", "山田太郎", "𝄞".repeat(30)]) {
    expect(markPath(name)).toMatch(/^(M\d+ \d+[-0-9ahlv ]+z){4}$/);
    expect(markPath(name).length).toBeLessThan(120);
  }
});
