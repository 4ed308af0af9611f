/** What is answered while the database is away: it needs nothing but the request. */
import { say } from "../strings/say.ts";
import { keptForm } from "./kept-form.ts";
import { plainPage } from "./plain-page.ts";

interface Asked {
  url: string;
  accept: string | undefined;
  /** The form that was sent; null for what only reads. */
  form: string | null;
}

/** The type and text of the answer, whose status is 503: a page that keeps what was typed, or data where data is asked for. */
export function awayAnswer({ url, accept, form }: Asked): { type: string; text: string } {
  const path = url.split("?")[0]!;
  if (/\.(json|data)$/.test(path) || /\bapplication\/json\b/.test(accept ?? "")) {
    const text = JSON.stringify({ refused: say("away.reading") });
    return { type: "application/json; charset=utf-8", text };
  }
  const kept = form === null ? "" : keptForm(url, form);
  const said = { key: kept ? "away.writing" : "away.reading" } as const;
  return { type: "text/html; charset=utf-8", text: plainPage("error.503.title", said, kept) };
}
