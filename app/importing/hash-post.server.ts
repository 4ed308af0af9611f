import { createHash } from "node:crypto";
import type { ReadPost } from "./discourse.ts";

/** Of the text as it was read, and whether it was taken back: how HTML is converted may change, and the post is the same. */
export const hashPost = ({ raw, cooked, isWithdrawn }: ReadPost) =>
  createHash("sha256")
    .update(isWithdrawn ? `\0${raw}` : cooked === null ? raw : `\u0001${cooked}`)
    .digest("hex")
    .slice(0, 32);
