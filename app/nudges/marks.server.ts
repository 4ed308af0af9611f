import { createHash } from "node:crypto";

/** The marks of passages, one after the other, by which the same are known again: two digits of each, so that what it said cannot be found out by trying words. */
export const marksOf = (passages: readonly string[], key: string): string =>
  passages.map((passage) => markOf(passage, key)).join("");

/** Whether every passage that was marked still stands among these. */
export function stillStand(marks: string, passages: readonly string[], key: string): boolean {
  const standing = passages.map((passage) => markOf(passage, key));
  return (marks.match(/../g) ?? []).every((mark) => standing.includes(mark));
}

const markOf = (passage: string, key: string) =>
  createHash("sha256")
    .update(JSON.stringify([key, passage]))
    .digest("hex")
    .slice(0, 2);
