import { WrongForm } from "../refusals.ts";

/** What a form of one press asks for: true to press, false to take it back; throws WrongForm where it says neither. */
export function readPress(form: URLSearchParams, name: string): boolean {
  const value = form.get(name);
  if (value === "1" || value === "0") return value === "1";
  throw new WrongForm({ "": { key: "reading.press.wrong" } });
}
