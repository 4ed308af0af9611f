/** What can be followed, and how much of it somebody wishes to hear. */
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { readId } from "../composing/draft.ts";
import { WrongForm } from "../refusals.ts";

export const followKinds: readonly FollowKind[] = ["topic", "thread", "branch", "person", "search"];
export const followLevels: readonly FollowLevel[] = ["every", "worth", "nothing", "muted"];

/** A level, or to follow it no longer. */
export type Wish = FollowLevel | "none";

/** What a press on “Follow” is for everybody who chooses no level. */
export const USUAL: FollowLevel = "worth";

/** Most that one person follows or mutes by a press; what is followed by writing is not counted. */
export const MOST_FOLLOWS = 1_000;
/** Most searches among them: each is looked through again and again. */
export const MOST_SEARCHES = 20;

/** A topic, thread, branch or person by id, or a search by its text. */
export type Thing =
  | { kind: Exclude<FollowKind, "search">; id: number }
  | { kind: "search"; asked: string };

export interface FollowWish {
  thing: Thing;
  level: Wish;
}

/** The levels that a kind knows: nobody mutes a search, which shows itself to those alone who ask. */
export const levelsOf = (kind: FollowKind): readonly FollowLevel[] =>
  kind === "search" ? followLevels.filter((level) => level !== "muted") : followLevels;

/** The text of a search as it is followed: however its words are set apart. */
export const plainSearch = (typed: string): string => typed.replace(/\s+/g, " ").trim();

/** What a form, or an address, names; null for what cannot be. */
export function readThing(kind: string | null, id: string | null): Thing | null {
  const known = followKinds.find((each) => each === kind);
  if (known === undefined || id === null) return null;
  if (known === "search") {
    const asked = plainSearch(id);
    return asked === "" ? null : { kind: known, asked };
  }
  const number = readId(id);
  return number === null ? null : { kind: known, id: number };
}

/** What is wished by a form; throws WrongForm. */
export function readFollowWish(form: URLSearchParams): FollowWish {
  const thing = readThing(form.get("kind"), form.get("id"));
  if (!thing) throw new WrongForm({ "": { key: "following.wrong" } });
  const level = form.get("level");
  const known = [...levelsOf(thing.kind), "none" as const].find((each) => each === level);
  if (!known) {
    const isSearch = thing.kind === "search" && level === "muted";
    throw new WrongForm({
      level: { key: isSearch ? "following.search.muted" : "following.level.unknown" },
    });
  }
  return { thing, level: known };
}

/** The page where the level of a thing is chosen. */
export const followPath = (thing: Thing): string =>
  `/follow?${new URLSearchParams({ kind: thing.kind, id: idOf(thing) })}`;

/** A thing as forms and addresses name it. */
export const idOf = (thing: Thing): string =>
  thing.kind === "search" ? thing.asked : String(thing.id);
