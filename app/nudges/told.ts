/** What a form tells of its page: whether that has asked already, and whether its text is meant as it is. */
import { en } from "../strings/en.ts";

/** The field that a page hides in a form about which it has asked: by which signal. */
export const ASKED = "asked";
/** The button that posts a text as it is. */
export const AS_IT_IS = "as-it-is";

/** The signal about which the form's page has asked, "other" for one that the forum has no words for; null where it has not. */
export function readTold(form: URLSearchParams): string | null {
  const signal = form.get(ASKED) ?? "";
  if (!/^[a-z][a-z-]{0,39}$/.test(signal)) return null;
  return `substance.reason.${signal}` in en ? signal : "other";
}

/** Whether somebody pressed the button that says so. */
export const meansIt = (form: URLSearchParams) => form.get(AS_IT_IS) === "1";
