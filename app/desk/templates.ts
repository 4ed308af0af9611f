/** Reasons to start from: a moderator changes them to fit, for the author and everybody else read them. */
import { type MessageKey, say } from "../strings/say.ts";

export interface Template {
  name: string;
  /** For which act, or verdict on an appeal. */
  act: string;
  label: MessageKey;
  text: MessageKey;
}

const template = (act: string, name: string): Template => ({
  ...{ name: `${act}-${name}`, act },
  label: `moderation.template.${act}.${name}` as MessageKey,
  text: `moderation.template.${act}.${name}.text` as MessageKey,
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
  template("warn", "people"),
  template("suspend", "again"),
  template("unsuspend", "enough"),
  template("pace", "hour"),
  template("unpace", "enough"),
  template("split", "subject"),
  template("merge", "same"),
  template("move", "topic"),
  template("lock", "circles"),
  template("unlock", "calm"),
  template("slow", "heat"),
  template("undo", "wrong"),
  template("upheld", "right"),
  template("overturned", "wrong"),
];

/** The fields of a form that asks for the text of its template: it stands as the reason, unless its sender wrote one of their own, and its act is chosen. */
export function takeText({ take: _, ...values }: Record<string, string>): Record<string, string> {
  const { reason = "" } = values;
  const taken = templates.find(({ name }) => name === values.template);
  const isTemplate = templates.some(({ text }) => say(text) === withoutReturns(reason));
  if (!taken || (reason.trim() !== "" && !isTemplate)) return values;
  const chosen = ["kind", "verdict"].filter((field) => field in values);
  const act = Object.fromEntries(chosen.map((field) => [field, taken.act]));
  return { ...values, ...act, reason: say(taken.text) };
}

/** As forms send what stands in several lines. */
const withoutReturns = (text: string) => text.replaceAll("\r", "");
