import { expect, test } from "vitest";
import { say } from "#app/strings/say.ts";

const asked = { rule: 4, what: "passage" };

test("a post without a passage in question is not said to have one", () => {
  for (const key of ["states.asked", "states.rewritten", "states.lapsed"] as const) {
    expect(say(key, asked)).toContain("one passage");
    expect(say(key, { ...asked, what: "post" })).toMatch(/^This post br\w+ rule 4/);
  }
});

test("an author is asked to speak of the argument only where the rule is about persons", () => {
  const how = { date: "none", what: "passage" };
  expect(say("rewrite.asked", { ...how, isOfPeople: "yes" })).toContain("not the person");
  expect(say("rewrite.asked", { ...how, isOfPeople: "no" })).not.toContain("not the person");
  const whole = say("rewrite.asked", { ...how, what: "post", isOfPeople: "no" });
  expect(whole).not.toContain("passage");
});
