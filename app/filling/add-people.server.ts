import { goOnFromGreatestId } from "#db/dialect.server.ts";
import type { Trx } from "#db/open.server.ts";
import { escapeHtml } from "../markdown/escape.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { nameKey } from "../names/name-key.ts";
import { Dice, seedOf } from "./dice.ts";
import { insertRows } from "./insert-rows.server.ts";
import { inventNames } from "./invent-names.ts";
import type { Plan } from "./plan.ts";
import { ownWords } from "./sentences.ts";

/** After so many days somebody is no newcomer any more. */
const NEW = 30 * 86_400;
const WITH_ABOUT = 0.2;

/** A hash that several people have in common. */
export interface Accounts {
  count: number;
  hash: string;
}

/** Adds everybody of the plan, in the order in which they joined; the first of them can sign in. Answers their names. */
export async function addPeople(
  trx: Trx,
  { seed, joinedAt, now }: Plan,
  {
    firstId,
    moderators,
    accounts,
  }: { firstId: number; moderators: readonly number[]; accounts: Accounts },
): Promise<string[]> {
  const taken = await trx.selectFrom("person").select("name_key").execute();
  const dice = new Dice(seedOf(seed, "people", 0));
  const names = inventNames(
    joinedAt.length,
    taken.map((row) => row.name_key),
    dice,
  );
  const people = names.map((name, person) => {
    // A post of nobody: its number is that of none.
    const about = dice.chance(WITH_ABOUT) ? ownWords(seed, -2 - person) : "";
    return {
      ...{ id: firstId + person, name, name_key: nameKey(name), about },
      about_html: about && `<p>${escapeHtml(about)}</p>\n`,
      about_renderer: RENDERER,
      role: moderators.includes(person) ? ("moderator" as const) : ("member" as const),
      level: Number(now - joinedAt[person]! > NEW),
      joined_at: joinedAt[person]!,
    };
  });
  const passwords = people
    .slice(0, accounts.count)
    .map(({ id }) => ({ person_id: id, hash: accounts.hash, set_at: now }));
  await insertRows(trx, "person", people);
  await insertRows(trx, "password", passwords);
  await goOnFromGreatestId(trx, "person");
  return names;
}
