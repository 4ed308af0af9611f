/** A believable week in a forum about open-source AI. */
import type { DemoThread } from "./content.ts";
import { distillationClause } from "./distillation-clause.ts";

/** Every thread of the demonstration, in no particular order: each says when it began. */
export const week: DemoThread[] = [distillationClause];
