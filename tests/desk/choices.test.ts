import { expect, test } from "vitest";
import { choicesOf, isChoice } from "#app/desk/choices.ts";
import { takeText, templates } from "#app/desk/templates.ts";
import { actions } from "#app/moderation/actions.ts";
import { drawn } from "#app/moderation/states.ts";
import { en } from "#app/strings/en.ts";
import type { CaseState } from "#db/schema.ts";

const states = Object.keys(drawn) as CaseState[];
const rules = { kind: "rules", isProposed: false } as const;

test("what is offered in a state is drawn there, and nothing is offered while an appeal waits", () => {
  for (const state of states) {
    for (const choice of choicesOf({ ...rules, state, isProposed: true })) {
      expect(drawn[state]).toHaveProperty(actions[choice].step!);
    }
  }
  expect(choicesOf({ ...rules, state: "open" })).toEqual(["ask", "dismiss", "remove", "spam"]);
  expect(choicesOf({ ...rules, state: "rewritten" })).toEqual(["confirm", "refuse"]);
  expect(choicesOf({ ...rules, state: "lapsed" })).toEqual(["redact", "remove", "spam", "restore"]);
  expect(choicesOf({ ...rules, state: "removed" })).toEqual(["restore"]);
  expect(choicesOf({ ...rules, state: "appealed" })).toEqual([]);
});

test("the likeliest act stands first", () => {
  expect(choicesOf({ ...rules, kind: "spam", state: "open" })[0]).toBe("spam");
  expect(choicesOf({ ...rules, kind: "urgent", state: "hidden" })[0]).toBe("remove");
});

test("every reason to start from belongs to an act and has its words", () => {
  const verdicts = ["upheld", "overturned", "undo"];
  for (const { name, act, label, text } of templates) {
    expect(isChoice(act) || act in actions || verdicts.includes(act), name).toBe(true);
    expect(en).toHaveProperty([label]);
    expect(en).toHaveProperty([text]);
    expect([...en[text]].length, name).toBeLessThanOrEqual(500);
  }
});

test("a reason to start from takes the place of none and of another, never of somebody's own", () => {
  const text = en["moderation.template.dismiss.argument.text"];
  const taking = { take: "1", template: "dismiss-argument", kind: "ask", all: "1", rule: "2" };
  const taken = { template: "dismiss-argument", kind: "dismiss", all: "1", rule: "2" };
  expect(takeText({ ...taking, reason: " " })).toEqual({ ...taken, reason: text });
  const another = en["moderation.template.ask.person.text"];
  expect(takeText({ ...taking, reason: another })).toEqual({ ...taken, reason: text });
  const own = { reason: "My own words.", kind: "ask" };
  expect(takeText({ ...taking, ...own })).toEqual({ ...taken, ...own });
  expect(takeText({ take: "1", template: "none", reason: "" })).not.toHaveProperty("take");
});
