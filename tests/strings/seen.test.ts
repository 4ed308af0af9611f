/** Who writes what nobody sees has written nothing, whatever the form. */
import { expect, test } from "vitest";
import { demandAppeal } from "#app/appeals/appeal-draft.ts";
import { demandReason } from "#app/events/reason.ts";
import { readFlagDraft } from "#app/flags/flag-draft.ts";
import { WrongForm } from "#app/refusals.ts";
import { readRuleChange } from "#app/rules/rule.ts";
import { readChangedMindDraft } from "#app/standing/changed-mind.ts";
import { readLine } from "#app/standing/exemplary.ts";

/** Letters without a shape, which are letters nonetheless. */
const unseen = "\u3164 \u115f\u200b\u2800\u00ad".repeat(10);

const form = (fields: Record<string, string>) => new URLSearchParams(fields);

function problemsOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof WrongForm) return error.problems;
    throw error;
  }
  return null;
}

test.each([
  ["a reason", () => demandReason(unseen), { reason: { key: "accounts.reason.missing" } }],
  ["an appeal", () => demandAppeal(unseen), { body: { key: "deeds.appeal.missing" } }],
  [
    "a rule",
    () =>
      readRuleChange(form({ title: unseen, body: unseen, position: "1", reason: "It is due." })),
    { title: { key: "rules.title.missing" }, body: { key: "rules.body.missing" } },
  ],
  [
    "the note of a flag",
    () => readFlagDraft(form({ reason: "other", note: unseen })),
    { note: { key: "flags.note.missing" } },
  ],
  [
    "a line to an author",
    () => readLine(form({ line: unseen })),
    { line: { key: "standing.line.missing" } },
  ],
  [
    "a mind that was changed",
    () => readChangedMindDraft(form({ before: unseen, now: unseen })),
    {
      before: { key: "standing.mind.before.missing" },
      now: { key: "standing.mind.now.missing" },
    },
  ],
])("%s of which nothing can be seen is none", (_what, read, problems) => {
  expect(problemsOf(read)).toMatchObject(problems);
});

test("few letters among many that nobody sees are few", () => {
  expect(problemsOf(() => demandReason(`So.${unseen}`))).toMatchObject({
    reason: { key: "accounts.reason.short" },
  });
  expect(demandReason(" It is off topic. ")).toBe("It is off topic.");
});
