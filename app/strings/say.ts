/** Says a message of the catalogue: ICU MessageFormat, so that plurals and order are the translator's. */
import { IntlMessageFormat } from "intl-messageformat";
import type { ReactNode } from "react";
import { en } from "./en.ts";

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number>;

/** A message that is not said yet: what pure functions answer, so that they need no language. */
export interface Said {
  key: MessageKey;
  values?: Values;
}

/** What is wrong with a form, by field; "" stands for the form as a whole. */
export type Problems = Record<string, Said>;

const formats = new Map<MessageKey, IntlMessageFormat>();

function formatOf(key: MessageKey) {
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(en[key], "en");
    formats.set(key, format);
  }
  return format;
}

const simple = new Map<MessageKey, string[] | null>();

/** Texts and names of values in turn, of a message that neither counts, chooses nor quotes; null for others. Most are such, and to put values into their places takes a tenth of what formatting takes. */
function partsOf(key: MessageKey): string[] | null {
  let parts = simple.get(key);
  if (parts === undefined) {
    const text: string = en[key];
    parts = /^(?:[^{}<']|\{\w+\})*$/.test(text) ? text.split(/\{(\w+)\}/) : null;
    simple.set(key, parts);
  }
  return parts;
}

/** The message in words. */
export function say(key: MessageKey, values?: Values): string {
  const parts = partsOf(key);
  if (!parts) return String(formatOf(key).format(values));
  let said = parts[0]!;
  for (let place = 1; place < parts.length; place += 2) {
    const value = values?.[parts[place]!];
    // A value that lacks is an error.
    if (value === undefined) return String(formatOf(key).format(values));
    said += value + parts[place + 1]!;
  }
  return said;
}

/** The message in words, from what a pure function answered. */
export const sayIt = (said: Said) => say(said.key, said.values);

/** The message with its <tags> made into elements by the functions of the same name. */
export function sayRich(
  key: MessageKey,
  values: Record<string, string | number | ((parts: ReactNode[]) => ReactNode)>,
): ReactNode {
  return formatOf(key).format<ReactNode>(values);
}
