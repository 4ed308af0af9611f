/** What an author reads at their own post where moderation made something of it; nobody else does. */
import type { PostState } from "#db/schema.ts";
import { type MessageKey, say } from "../strings/say.ts";
import { inWords } from "../ui/time.tsx";

/** As many bytes of HTML as are left for it in a page that others read too. */
export const OWN_FATE_BYTES = 320;

interface OwnFateProps {
  id: number;
  state: Exclude<PostState, "published">;
  /** When time takes the next step; epoch seconds. */
  dueAt: number | null;
}

export function OwnFate({ id, state, dueAt }: OwnFateProps) {
  return (
    <p className="own-note">
      {say(keyOf(state, dueAt), { date: dueAt === null ? "" : inWords(dueAt) })}{" "}
      <a href={`/posts/${id}/rewrite`}>{say("states.own.see")}</a>
    </p>
  );
}

function keyOf(state: OwnFateProps["state"], dueAt: number | null): MessageKey {
  if (state === "asked" && dueAt !== null) return "states.own.asked.until";
  return `states.own.${state}`;
}
