import { writeInPassing } from "#db/write.server.ts";
import type { Forum, Visit } from "../context.server.ts";
import { addressKey } from "../limits/address-key.ts";
import { spend } from "../limits/spend.server.ts";

/** Counts a search of this person, or of this address where nobody is signed in; throws Refusal 429 where there were too many. Where nothing can be written at this moment nothing is counted. */
export async function spendSearch({ db, now, limits }: Forum, visit: Visit): Promise<void> {
  const { person, address } = visit;
  await writeInPassing(db, () =>
    person
      ? spend(db, "search.person", person.id, now(), limits)
      : spend(db, "search.address", addressKey(address), now(), limits),
  );
}
