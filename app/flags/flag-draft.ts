/** What somebody says who flags a post. */
import { WrongForm } from "../refusals.ts";
import type { Problems } from "../strings/say.ts";
import { seenOf } from "../strings/seen.ts";
import { type FlagReason, isFlagReason, reasonFacts } from "./reasons.ts";

export interface FlagDraft {
  reason: FlagReason;
  /** The words that it means, as they were sent; null for the whole post. */
  passage: string | null;
  /** One line for moderators, or empty. */
  note: string;
}

/** Most letters of a passage, and of a note. */
export const PASSAGE_LETTERS = 1_000;
export const NOTE_LETTERS = 200;
/** Fewer stand in every text. */
const LEAST_LETTERS = 3;

/** Reads the form of a flag; throws WrongForm. */
export function readFlagDraft(form: URLSearchParams): FlagDraft {
  const reason = form.get("reason") ?? "";
  const passage = (form.get("passage") ?? "").trim();
  const note = (form.get("note") ?? "").replace(/\s+/g, " ").trim();
  const problems: Problems = {};
  if (!isFlagReason(reason)) problems.reason = { key: "flags.reason.missing" };
  else if (reasonFacts[reason].needsPassage && !passage) {
    problems.passage = { key: "flags.passage.missing" };
  }
  if (lettersOf(passage) > PASSAGE_LETTERS) {
    problems.passage = { key: "flags.passage.long", values: { most: PASSAGE_LETTERS } };
  }
  if (passage && (seenOf(passage).match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_LETTERS) {
    problems.passage = { key: "flags.passage.short", values: { least: LEAST_LETTERS } };
  }
  if (reason === "other" && seenOf(note) === "") problems.note = { key: "flags.note.missing" };
  if (lettersOf(note) > NOTE_LETTERS) {
    problems.note = { key: "flags.note.long", values: { most: NOTE_LETTERS } };
  }
  if (!isFlagReason(reason) || Object.keys(problems).length > 0) throw new WrongForm(problems);
  return { reason, passage: passage || null, note };
}

const lettersOf = (text: string) => [...text].length;
