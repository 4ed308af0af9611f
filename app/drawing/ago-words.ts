/** Words for how long ago something was, for the page's script to put numbers into: to have them made there by Intl.RelativeTimeFormat takes a phone longer than all else that the script does. */
import { say } from "../strings/say.ts";

/** In whose language `say` speaks. */
const plurals = new Intl.PluralRules("en");
/** Among so many numbers there is one of each form. */
const NUMBERS = 200;

/** As attributes of the document: of each unit the words for each plural form, "one=# day ago|other=# days ago". */
export const agoWords = {
  "data-ago-now": say("time.ago.now"),
  "data-ago-minute": formsOf((count) => say("time.ago.minutes", { count })),
  "data-ago-hour": formsOf((count) => say("time.ago.hours", { count })),
  "data-ago-day": formsOf((count) => say("time.ago.days", { count })),
};

function formsOf(sayOf: (count: number) => string): string {
  const forms = new Map<string, string>();
  for (let count = 1; count < NUMBERS; count += 1) {
    const form = plurals.select(count);
    if (!forms.has(form)) forms.set(form, sayOf(count).replace(String(count), "#"));
  }
  return [...forms].map((form) => form.join("=")).join("|");
}
