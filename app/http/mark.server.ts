/** What tells a text from any other, so that nobody is sent it twice. */
import { createHash } from "node:crypto";

/** The mark of a text: the same for the same text, whichever process or version of the forum made it. */
export const markOf = (text: string): string => createHash("sha1").update(text).digest("base64url");

/** The header of an answer with a text of this mark. */
export const markHeader = (mark: string): { ETag: string } => ({ ETag: `W/"${mark}"` });
