import { mostMentions } from "../limits/limits.ts";
import type { Person } from "../permissions.ts";
import { WrongForm } from "../refusals.ts";
import { referencesOf } from "./references-of.ts";

/** Throws WrongForm when a text, as its HTML shows it, mentions more people than its author may in one post; `limits` scales how many. */
export function weighMentions(html: string, author: Person, limits: number): void {
  const count = referencesOf(html).names.filter((name) => name !== author.name).length;
  const most = mostMentions(author, limits);
  if (count <= most) return;
  throw new WrongForm({ body: { key: "references.too-many-mentions", values: { count, most } } });
}
