/** The boxes of a task list: they show, and cannot be ticked. */
import type { MarkedExtension } from "marked";
import { say } from "../strings/say.ts";
import { escapeHtml } from "./escape.ts";

export const tasks: MarkedExtension = {
  renderer: {
    checkbox({ checked }) {
      const name = escapeHtml(say(checked ? "markdown.task.done" : "markdown.task.open"));
      return `<input type="checkbox" disabled${checked ? " checked" : ""} aria-label="${name}"> `;
    },
  },
};
