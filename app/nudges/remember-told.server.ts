import { readDraftKey } from "../composing/kept-draft.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import type { Sent } from "./ask-once.server.ts";
import { findAsked, rememberAsked } from "./remember-asked.server.ts";
import { readTold } from "./told.ts";

/** Keeps what a draft that is saved tells of its page: that it has asked as somebody typed. A save is kept up by nothing of it. */
export async function rememberTold({ db, forum, form, now }: Sent, person: Person): Promise<void> {
  const rule = readTold(form);
  const key = readDraftKey(form.get("key"));
  if (!rule || !key || !forum.scorer() || (await findAsked(db, person, key))) return;
  const { limits } = forum;
  await rememberAsked({ db, limits }, person, { key, mark: null, rule, now }).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    },
  );
}
