/** At the end of a list, what of it is hidden by what its reader mutes. */
import { sayRich } from "../strings/say.ts";
import { withMutedShown } from "./shows-muted.ts";

interface HiddenNoteProps {
  count: number;
  what: "threads" | "posts" | "entries" | "lines" | "minds";
  /** The address of the list. */
  here: string;
}

export function HiddenNote({ count, what, here }: HiddenNoteProps) {
  if (count === 0) return null;
  return (
    <p className="hidden-note">
      {sayRich(`following.hidden.${what}`, {
        count,
        show: (parts) => (
          <a key="show" href={withMutedShown(here)}>
            {parts}
          </a>
        ),
      })}
    </p>
  );
}
