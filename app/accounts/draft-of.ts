import { WrongForm } from "../refusals.ts";
import type { Read } from "./account.ts";

/** The draft that a form was read into; throws WrongForm with its problems. */
export function draftOf<Draft>(read: Read<Draft>): Draft {
  if (read.problems) throw new WrongForm(read.problems);
  return read.draft;
}
