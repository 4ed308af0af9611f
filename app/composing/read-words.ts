/** What its writer says in a form for writing, in words of their own. */
import { DISCLOSURE_LETTERS, NORMS_LETTERS, plainTitle, TITLE_LETTERS } from "./draft.ts";
import type { Place } from "./place.ts";

/** The fields of a form that hold its writer's own words. */
export const wordFields = ["title", "body", "disclosure", "norms"] as const;
export type Words = Partial<Record<(typeof wordFields)[number], string | null>>;

/** The words of a form that may still be wrong, read as its draft has them; of the short fields, what is longer than a post may have is left out. */
export function readWords(form: URLSearchParams, place: Place["form"]): Words {
  const body = form.get("body");
  if (place === "reply") return { body };
  const title = unlessLonger(plainTitle(form.get("title") ?? ""), TITLE_LETTERS);
  if (place === "edit") return { title, body };
  const short = (name: string, most: number) => unlessLonger((form.get(name) ?? "").trim(), most);
  return {
    ...{ title, body },
    disclosure: short("disclosure", DISCLOSURE_LETTERS),
    norms: short("norms", NORMS_LETTERS),
  };
}

/** Null for nothing, and for too much. A letter is at most two units of UTF-16. */
const unlessLonger = (text: string, most: number) =>
  text === "" || text.length > 2 * most || [...text].length > most ? null : text;
