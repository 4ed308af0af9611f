import { expect, test } from "vitest";
import { readCursor, readPlainCursor, readVotesCursor, writeCursor } from "#app/cursor.ts";
import { seal, unseal } from "#app/cursor-seal.ts";

test("a cursor of a time or a count is written plainly", () => {
  expect(writeCursor({ by: 1_790_000_000, id: 7 })).toBe("1790000000.7");
  expect(readCursor("1790000000.7")).toEqual({ by: 1_790_000_000, id: 7 });
  for (const text of [null, "", "7", "7.", ".7", "a.7", "-1.7", "1.7.7", `${"1".repeat(12)}.7`]) {
    expect(readCursor(text)).toBeNull();
  }
});

test("a key that votes make cannot be read in an address, and leads back to itself", () => {
  const cursor = { by: 39_778_780_000, id: 99_999_999_999_999, isSealed: true };
  const text = writeCursor(cursor);
  expect(text).toMatch(/^[\w-]{22}\.99999999999999$/);
  expect(readCursor(text)).toEqual(cursor);
  expect(writeCursor(readCursor(text)!)).toBe(text);
});

test("nobody makes up a sealed key, nor takes one to another row", () => {
  const sealed = seal(570_000_000, 5);
  expect(unseal(sealed, 5)).toBe(570_000_000);
  expect(unseal(sealed, 6)).toBeNull();
  expect(readCursor(`${sealed}.6`)).toEqual({ by: 0, id: 6, isSealed: false });
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  for (let place = 0; place < 21; place++) {
    const other = letters[(letters.indexOf(sealed[place]!) + 1) % 64];
    const made = sealed.slice(0, place) + other + sealed.slice(place + 1);
    expect(unseal(made, 5)).toBeNull();
  }
});

test("a key that another process sealed stays one in an address, of the same row", () => {
  const foreign = readCursor(`${"a".repeat(22)}.7`)!;
  expect(foreign).toEqual({ by: 0, id: 7, isSealed: false });
  expect(readCursor(writeCursor(foreign))).toEqual(foreign);
});

test("a cursor of a list by votes is none of a list by time, nor the other way round", () => {
  const ofVotes = { by: 39_778_780_000, id: 7, isSealed: true };
  const ofTime = { by: 1_790_000_000, id: 7 };
  const foreign = `${"a".repeat(22)}.7`;
  expect(readVotesCursor(writeCursor(ofVotes))).toEqual(ofVotes);
  expect(readVotesCursor(foreign)).toEqual({ by: 0, id: 7, isSealed: false });
  expect(readVotesCursor(writeCursor(ofTime))).toBeNull();
  expect(readPlainCursor(writeCursor(ofTime))).toEqual(ofTime);
  expect(readPlainCursor(writeCursor(ofVotes))).toBeNull();
  expect(readPlainCursor(foreign)).toBeNull();
  for (const read of [readPlainCursor, readVotesCursor]) expect(read("x")).toBeNull();
});
