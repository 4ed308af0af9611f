import type { Db } from "#db/open.server.ts";
import { addressKey } from "../limits/address-key.ts";
import { spend } from "../limits/spend.server.ts";
import { renderMarkdown } from "../markdown/render.server.ts";
import type { Person } from "../permissions.ts";
import { readKnown } from "../references/read-known.server.ts";
import { readText } from "./draft.ts";

interface Previewing {
  db: Db;
  forum: { limits: number };
  visit: { person: Person | null; address: string };
  form: URLSearchParams;
  now: number;
}

/** The HTML of a text that is not posted yet; throws WrongForm or Refusal. */
export async function renderPreview({ db, forum, visit, form, now }: Previewing): Promise<string> {
  const body = readText(form, "body");
  const sender = visit.person?.id ?? addressKey(visit.address);
  await spend(db, "preview.person", sender, now, forum.limits);
  // A stranger makes the forum compare nothing.
  const known = await readKnown(db, body, { isCompared: visit.person !== null });
  return renderMarkdown(body, sender, known);
}
