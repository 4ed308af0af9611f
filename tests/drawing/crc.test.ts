import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { join, multiply, ONE, shiftBy } from "#app/drawing/crc.ts";

test("the checksum of two parts comes from theirs", () => {
  for (const size of [0, 1, 2, 63, 64, 1_000, 65_537]) {
    const first = Buffer.from("attack the argument, ");
    const second = Buffer.alloc(size, "not the person");
    const both = join(crc32(first), crc32(second), shiftBy(size));
    expect(both).toBe(crc32(Buffer.concat([first, second])));
  }
});

test("to shift twice is to shift by the sum", () => {
  expect(multiply(shiftBy(1_000), shiftBy(24))).toBe(shiftBy(1_024));
  expect(multiply(ONE, 0x12345678)).toBe(0x12345678);
});
