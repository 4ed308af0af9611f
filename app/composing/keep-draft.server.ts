import { randomUUID } from "node:crypto";
import type { Db } from "#db/open.server.ts";
import { spend } from "../limits/spend.server.ts";
import type { Person } from "../permissions.ts";
import { readKeptDraft } from "./kept-draft.ts";
import { type Saved, saveDraft } from "./save-draft.server.ts";

interface Keeping {
  /** Where the form goes whose draft it is. */
  address: string;
  now: number;
  limits: number;
  /** Whether somebody pressed a button for it: then also what was sent or thrown away is kept, as a new draft. */
  isWished: boolean;
}

/** Keeps a form as its sender's draft; throws WrongForm, or Refusal 404, 403 or 429. */
export async function keepDraft(
  db: Db,
  person: Person,
  form: URLSearchParams,
  { address, now, limits, isWished }: Keeping,
): Promise<Saved> {
  const draft = readKeptDraft(form, address);
  await spend(db, "draft.person", person.id, now, limits);
  const newKey = randomUUID();
  const saved = await saveDraft(db, person, draft, { now, newKey });
  if (!saved.isClosed || !isWished) return saved;
  return saveDraft(db, person, { ...draft, key: newKey, version: 0, ahead: 0 }, { now, newKey });
}
