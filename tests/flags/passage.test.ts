/** Flags on a passage. */
import { expect, test } from "vitest";
import { toUnits } from "#app/ranking/units.ts";
import { openForum } from "../forum.ts";
import { beginThread, everything, refusalOf } from "../threads/thread.ts";
import { flag, noScorer, sees, theCase } from "./flagging.ts";

const body = "Good numbers. But **whoever** says so is a [plain fool](https://a.example), sorry.";
const passage = "whoever says so is a plain fool";

test("a passage is kept as it is read, also through emphasis and links", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada, { body });
  const wanted = passage.replaceAll(" ", "\n ");
  await flag(db, ben, openingId, { reason: "insult", passage: wanted });
  const { flag: flags, rule } = await everything(db);
  expect(flags).toMatchObject([{ passage }]);
  const ruleId = rule.find(({ slug }) => slug === "argument")!.id;
  expect(await theCase(db)).toMatchObject({ passage, rule_id: ruleId, post_version: 1 });
});

test("a passage that is not there any more is refused, with what can be done instead", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada, { body });
  const gone = { reason: "insult", passage: "whoever says so is wise" } as const;
  expect(await refusalOf(db, () => flag(db, ben, openingId, gone))).toEqual({
    ...{ status: 422, problems: { passage: { key: "flags.passage.gone" } } },
  });
});

test("the scorer's view of the passage is kept with the case, and without a scorer there is none", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { openingId } = await beginThread(db, ada, { body });
  await flag(db, ben, openingId, { reason: "other" }, { scorer: noScorer });
  expect((await theCase(db)).score).toBe(null);
  await flag(db, mo, openingId, { reason: "insult", passage }, { scorer: sees(0.8) });
  expect(await theCase(db)).toMatchObject({ passage, score: toUnits(0.8) });
  const nobodyCan = () => () => ({ insult: 1, substance: 0, passages: [], judged: false });
  await flag(db, root, openingId, { reason: "insult", passage: "sorry" }, { scorer: nobodyCan });
  expect(await theCase(db)).toMatchObject({ passage, score: toUnits(0.8) });
});

test("the scorer is asked about the passage alone", async () => {
  const { db, ada, ben } = await openForum();
  const { openingId } = await beginThread(db, ada, { body });
  const asked: string[] = [];
  const scorer = () => (text: string) => {
    asked.push(text);
    return { insult: 0.2, substance: 0, passages: [], judged: true };
  };
  await flag(db, ben, openingId, { reason: "insult", passage }, { scorer });
  expect(asked).toEqual([passage]);
});
