/** What a press on a level is answered: what will happen, and the way to undo it. */
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import type { Said } from "../strings/say.ts";
import type { Wish } from "./level.ts";

/** The message for the next page. Its address of `change` is made a link by the page's frame. */
export const toldOf = (
  thing: {
    kind: FollowKind;
    name: string;
    author?: string;
    level: FollowLevel | null;
    followPath: string;
  },
  level: Wish,
): Said => ({
  key: `following.done.${level}`,
  values: {
    ...{ kind: thing.kind, name: thing.name, author: thing.author ?? "" },
    ...{ was: thing.level ?? "none", change: thing.followPath },
  },
});
