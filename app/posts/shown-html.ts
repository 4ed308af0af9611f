/** What of a post is shown away from its thread: in lists, feeds, letters, previews and exports. */
import type { PostState } from "#db/schema.ts";
import { escapeHtml } from "../markdown/escape.ts";
import { isAway, isFolded } from "../moderation/states.ts";
import { say } from "../strings/say.ts";

/** The post's HTML; of one whose author was asked to rewrite a passage, one line that says so. */
export const shownHtml = ({ state, html }: { state: PostState; html: string }): string =>
  isFolded(state) ? `<p>${escapeHtml(say("states.elsewhere"))}</p>` : html;

/** The same of its Markdown. */
export const shownBody = ({ state, body }: { state: PostState; body: string }): string =>
  isFolded(state) ? say("states.elsewhere") : body;

/** Whether its text is kept apart, and a line stands in its place. */
export const isAwayState = (state: PostState): state is "hidden" | "removed" | "held" =>
  isAway(state);
