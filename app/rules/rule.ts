/** What makes a rule, and which flags mean it. */
import { weighReason } from "../events/reason.ts";
import { flagReasons, reasonFacts } from "../flags/reasons.ts";
import { WrongForm } from "../refusals.ts";
import type { Problems } from "../strings/say.ts";
import { seenOf } from "../strings/seen.ts";

export const TITLE_LETTERS = 100;
export const BODY_LETTERS = 2_000;
/** More than a person keeps in mind while writing. */
export const MOST_RULES = 20;

export interface RuleDraft {
  title: string;
  /** Markdown. */
  body: string;
  /** The number that it is to have. */
  position: number;
}

/** Flags that mean a rule, by the rule's slug; none for one that administrators added. */
export const reasonsOf = (slug: string) =>
  flagReasons.filter((reason) => reasonFacts[reason].rule === slug && reason !== "other");

/** Reads `title`, `body`, `position` and `reason`; throws WrongForm with every problem at once. */
export function readRuleChange(form: URLSearchParams): { draft: RuleDraft; reason: string } {
  const title = (form.get("title") ?? "").replace(/\s+/g, " ").trim();
  const body = (form.get("body") ?? "").trim();
  const position = Number(form.get("position") ?? "");
  const reason = (form.get("reason") ?? "").trim();
  const problems: Problems = {};
  if (seenOf(title) === "") problems.title = { key: "rules.title.missing" };
  if ([...title].length > TITLE_LETTERS) {
    problems.title = { key: "rules.title.long", values: { most: TITLE_LETTERS } };
  }
  if (seenOf(body) === "") problems.body = { key: "rules.body.missing" };
  if ([...body].length > BODY_LETTERS) {
    problems.body = { key: "rules.body.long", values: { most: BODY_LETTERS } };
  }
  if (!(Number.isInteger(position) && position >= 1)) {
    problems.position = { key: "rules.position.wrong" };
  }
  const wrong = weighReason(reason);
  if (wrong) problems.reason = wrong;
  if (Object.keys(problems).length > 0) throw new WrongForm(problems);
  return { draft: { title, body, position }, reason };
}

/** The name of a new rule in addresses, of the first words of its title, unlike any that there is or was. */
export function slugFor(title: string, taken: ReadonlySet<string>): string {
  const words =
    title
      .toLowerCase()
      .normalize("NFKD")
      .match(/[a-z\d]+/g) ?? [];
  const stem = words.slice(0, 4).join("-").slice(0, 40) || "rule";
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
