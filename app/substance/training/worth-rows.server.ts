/** Reads the rows from which substance is learnt. */
import { readOwn, readSet } from "./read-rows.server.ts";
import type { WorthRow, WorthRows } from "./worth-lessons.ts";

/** Of each set the part to train on alone, so that the other part can measure what was learnt. */
export function readWorthRows(folder: string): WorthRows {
  const read = (name: string) => readSet<WorthRow>(folder, name, ["train"]);
  return {
    pairs: read("ukp_pairs"),
    emotions: read("goemotions"),
    own: readOwn<WorthRow>(),
    comments: ["paradetox", "toxic_spans", "raman_oss"].flatMap(read),
  };
}
