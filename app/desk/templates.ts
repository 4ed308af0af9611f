/** Reasons to start from: a moderator changes them to fit, for the author and everybody else read them. */
import type { MessageKey } from "../strings/say.ts";
import type { Choice } from "./choices.ts";

export interface Template {
  name: string;
  /** For which act. */
  choice: Choice;
  label: MessageKey;
  text: MessageKey;
}

const template = <Name extends string>(choice: Choice, name: Name): Template => ({
  ...{ name: `${choice}-${name}`, choice },
  label: `moderation.template.${choice}.${name}` as MessageKey,
  text: `moderation.template.${choice}.${name}.text` as MessageKey,
});

export const templates: readonly Template[] = [
  template("ask", "person"),
  template("ask", "motive"),
  template("ask", "group"),
  template("ask", "misquote"),
  template("ask", "label"),
  template("dismiss", "argument"),
  template("dismiss", "allowed"),
  template("remove", "insult"),
  template("remove", "harm"),
  template("spam", "spam"),
  template("redact", "lapsed"),
  template("confirm", "better"),
  template("refuse", "still"),
  template("restore", "wrong"),
];

/** The template of an address's query; null for what is none. */
export const findTemplate = (name: string | null): Template | null =>
  templates.find((each) => each.name === name) ?? null;
