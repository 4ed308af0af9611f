/** A form as it was sent, to be sent again: for an answer that no page of the forum can give. */
import { type MessageKey, say } from "../strings/say.ts";
import { escapeHtml } from "./plain-page.ts";

/** More fields than any form of the forum has. */
const MOST_FIELDS = 100;
/** More rows than a screen has. */
const MOST_ROWS = 20;
/** Letters of a row. */
const WIDTH = 70;

/** What people type; all else that is short and one word is what a page put in. */
const labels = new Map<string, MessageKey>([
  ["title", "write.field.title"],
  ["topics", "write.field.topics"],
  ["url", "write.field.url"],
  ["quote", "write.field.quote"],
  ["body", "write.field.body"],
  ["disclosure", "write.field.disclosure"],
  ["norms", "write.field.norms"],
  ["name", "accounts.field.name"],
  ["email", "accounts.field.email"],
  ["invitation", "accounts.field.invitation"],
  ["about", "accounts.field.about"],
]);

/** The HTML of a form with everything that was sent in its order, which tells forms apart; what was typed can be seen and copied. Passwords are asked for anew. Empty where there is nothing to send. */
export function keptForm(address: string, sent: string): string {
  if (sent === "" || sent.split("&", MOST_FIELDS + 1).length > MOST_FIELDS) return "";
  const fields = [...new URLSearchParams(sent)].map(([name, value], index) =>
    fieldOf(name, value, `field-${index}`),
  );
  const button = `<p><button type="submit" class="button first">${escapeHtml(say("away.again"))}</button></p>`;
  return `<form class="form" method="post" action="${escapeHtml(address)}">${fields.join("")}${button}</form>`;
}

function fieldOf(name: string, value: string, id: string): string {
  const named = `name="${escapeHtml(name)}"`;
  if (/password/i.test(name)) {
    const field = `<input type="password" id="${id}" ${named} required>`;
    return labelled(id, "accounts.field.password", field);
  }
  if (!isTyped(name, value)) return `<input type="hidden" ${named} value="${escapeHtml(value)}">`;
  // The reader of HTML leaves out a first line that is empty.
  const text = `\n${escapeHtml(value)}`;
  const field = `<textarea id="${id}" ${named} rows="${rowsOf(value)}" dir="auto">${text}</textarea>`;
  return labelled(id, labels.get(name) ?? "away.field", field);
}

const isTyped = (name: string, value: string) =>
  value !== "" && (labels.has(name) || /\s/.test(value) || value.length > WIDTH);

const labelled = (id: string, label: MessageKey, field: string) =>
  `<div class="field"><label for="${id}">${escapeHtml(say(label))}</label>${field}</div>`;

/** As many rows as the text takes, more or less. */
function rowsOf(text: string): number {
  const rows = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / WIDTH), 0);
  return Math.min(MOST_ROWS, rows);
}
