/** What the page of all that one follows can be asked to show. */
import type { FollowKind } from "#db/schema.ts";
import { say } from "../strings/say.ts";
import { followKinds } from "./level.ts";

export type Shown = "all" | FollowKind | "muted";

const SHOWN: readonly Shown[] = ["all", "muted", ...followKinds];

/** What an address asks for; all where it names nothing that there is. */
export const readShown = (name: string | null): Shown =>
  SHOWN.find((each) => each === name) ?? "all";

/** The address of one of its lists, from a cursor on. */
export function followingPath(show: Shown, after: string | null = null): string {
  const query = new URLSearchParams(show === "all" ? {} : { show });
  if (after !== null) query.set("after", after);
  return query.size === 0 ? "/following" : `/following?${query}`;
}

/** The lists, as links. */
export const followingTabs = () =>
  SHOWN.map((show) => ({ show, path: followingPath(show), label: say(`following.show.${show}`) }));
