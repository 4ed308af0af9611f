/** What makes a topic. */
import { WrongForm } from "../refusals.ts";
import type { Problems } from "../strings/say.ts";
import { seenOf } from "../strings/seen.ts";

export const NAME_LETTERS = 40;
const ABOUT_LETTERS = 200;

export interface TopicDraft {
  name: string;
  slug: string;
  about: string;
}

/** A topic's name as it stands in an address: names that differ in capitals, spaces or signs alone are one. */
export function topicSlug(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** The path of a topic's page. */
export const topicPath = (slug: string) => `/topics/${encodeURIComponent(slug)}`;

/** The draft of a new or renamed topic; throws WrongForm. */
export function readTopicDraft(form: URLSearchParams): TopicDraft {
  const problems: Problems = {};
  const name = (form.get("name") ?? "").normalize("NFKC").replace(/\s+/g, " ").trim();
  const about = (form.get("about") ?? "").replace(/\s+/g, " ").trim();
  const slug = topicSlug(name);
  if (topicSlug(seenOf(name)) === "") problems.name = { key: "topics.name.missing" };
  else if (/[,\p{C}]/u.test(name)) problems.name = { key: "topics.name.letters" };
  else if ([...name].length > NAME_LETTERS) {
    problems.name = { key: "topics.name.too-long", values: { most: NAME_LETTERS } };
  }
  if ([...about].length > ABOUT_LETTERS) {
    problems.about = { key: "topics.about.too-long", values: { most: ABOUT_LETTERS } };
  }
  if (Object.keys(problems).length > 0) throw new WrongForm(problems);
  return { name, slug, about };
}
