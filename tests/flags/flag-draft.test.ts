import { expect, test } from "vitest";
import { NOTE_LETTERS, PASSAGE_LETTERS, readFlagDraft } from "#app/flags/flag-draft.ts";
import { flagReasons, reasonFacts } from "#app/flags/reasons.ts";
import { WrongForm } from "#app/refusals.ts";
import { starterRules } from "#app/rules/starter.ts";
import { sayIt } from "#app/strings/say.ts";

const read = (fields: Record<string, string>) => readFlagDraft(new URLSearchParams(fields));

function problemsOf(fields: Record<string, string>) {
  try {
    read(fields);
  } catch (error) {
    if (error instanceof WrongForm) return error.problems;
    throw error;
  }
  throw new Error("it was taken");
}

test("a flag has a reason, and may have a passage and one line", () => {
  expect(read({ reason: "insult", passage: " you fool ", note: " Twice,\n today " })).toEqual({
    ...{ reason: "insult", passage: "you fool", note: "Twice, today" },
  });
  expect(read({ reason: "spam" })).toEqual({ reason: "spam", passage: null, note: "" });
});

test("each problem is told beside its field, in a sentence that says what to do", () => {
  expect(problemsOf({})).toEqual({ reason: { key: "flags.reason.missing" } });
  expect(problemsOf({ reason: "dislike" })).toEqual({ reason: { key: "flags.reason.missing" } });
  const missing = problemsOf({ reason: "insult", passage: "  " });
  expect(missing).toEqual({ passage: { key: "flags.passage.missing" } });
  expect(sayIt(missing.passage!)).toContain("Copy them from the post");
  const short = problemsOf({ reason: "insult", passage: "a, b." });
  expect(short).toMatchObject({ passage: { key: "flags.passage.short" } });
  expect(problemsOf({ reason: "other" })).toEqual({ note: { key: "flags.note.missing" } });
  const long = problemsOf({
    reason: "other",
    passage: "x".repeat(PASSAGE_LETTERS + 1),
    note: "x".repeat(NOTE_LETTERS + 1),
  });
  expect(Object.keys(long).sort()).toEqual(["note", "passage"]);
});

test("every reason appeals to a rule that a new forum has", () => {
  const slugs = starterRules.map(({ slug }) => slug);
  expect(flagReasons.filter((reason) => !slugs.includes(reasonFacts[reason].rule))).toEqual([]);
});
