import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { SITE } from "../read-standards.server.ts";
import { changeRows } from "./change-rows.server.ts";
import type { ScopeFit } from "./fit-scopes.ts";

/** People of one transaction. */
const BATCH = 256;

const change = {
  table: "position",
  key: ["scope", "person_id"],
  set: ["raw", "x", "bias", "vote_count"],
} as const;

/** Keeps where everybody stands by these fits, a few people at a time; a fit counts from when all of its positions are kept. */
export async function keepPositions(db: Db, fits: readonly ScopeFit[], now: number): Promise<void> {
  for (const fit of fits) {
    for (let from = 0; from < fit.people.length; from += BATCH) {
      await write(db, (trx) => keepSome(trx, fit, from));
    }
    await forget(db, fit.scope, fit.gone);
    await write(db, (trx) => keepFit(trx, fit, now));
  }
  await endOthers(db, fits);
}

async function keepSome(trx: Trx, fit: ScopeFit, from: number) {
  const people = fit.people.subarray(from, from + BATCH);
  const stored = await positions.all(trx, { scope: fit.scope, people: [...people] });
  const known = new Map(stored.map((row) => [row.person_id, row]));
  const changed: number[][] = [];
  const added = [];
  for (const [index, person_id] of people.entries()) {
    const place = from + index;
    const found = {
      ...{ scope: fit.scope, person_id, raw: fit.raw[place]!, x: fit.x[place]! },
      ...{ bias: fit.bias[place]!, vote_count: fit.voteCounts[place]! },
    };
    const before = known.get(person_id);
    if (!before) added.push(found);
    else if (change.set.some((name) => before[name] !== found[name])) {
      changed.push([...change.key, ...change.set].map((name) => found[name]));
    }
  }
  await changeRows(trx, change, changed);
  if (added.length > 0) await trx.insertInto("position").values(added).execute();
}

const positions = prepared((db, value: ValueOf<{ scope: number; people: number[] }>) =>
  db
    .selectFrom("position")
    .selectAll()
    .where("scope", "=", value("scope"))
    .where((eb) => isAmong(db, eb.ref("person_id"), value("people"))),
);

async function keepFit(trx: Trx, { scope, isUsed, gain, voteCount }: ScopeFit, now: number) {
  const found = { is_used: isUsed ? 1 : 0, gain, vote_count: voteCount };
  await trx
    .insertInto("fit")
    .values({ scope, made_at: now, ...found })
    .onConflict((conflict) =>
      conflict.column("scope").doUpdateSet({
        ...found,
        // That of the forum as a whole is made when all is done.
        ...(scope === SITE ? {} : { made_at: now }),
      }),
    )
    .execute();
}

async function forget(db: Db, scope: number, people: Float64Array) {
  for (let from = 0; from < people.length; from += BATCH) {
    const some = [...people.subarray(from, from + BATCH)];
    await write(db, (trx) =>
      trx
        .deleteFrom("position")
        .where("scope", "=", scope)
        .where("person_id", "in", some)
        .execute(),
    );
  }
}

/** Ends the fits of topics in which too few people say what they agree with by now. */
async function endOthers(db: Db, fits: readonly ScopeFit[]) {
  const kept = await db.selectFrom("fit").select("scope").execute();
  for (const { scope } of kept) {
    if (fits.some((fit) => fit.scope === scope)) continue;
    const rows = await db
      .selectFrom("position")
      .select("person_id")
      .where("scope", "=", scope)
      .execute();
    await forget(
      db,
      scope,
      Float64Array.from(rows, (row) => row.person_id),
    );
    await write(db, (trx) => trx.deleteFrom("fit").where("scope", "=", scope).execute());
  }
}
