/** Fills an empty forum with the demonstration, by the deeds that people do. */
import { alone } from "#db/alone.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { hashPassword } from "../accounts/hash-password.server.ts";
import { addPeople } from "./add-people.server.ts";
import { allSteps, Filling, type Step } from "./steps.server.ts";

/** Everybody's password in the demonstration; a public forum refuses to start while it works. */
export const DEMO_PASSWORD = "steel yourself politely";

const NAME = "demonstration";
const DONE = "done";

/** How far a filling is: kept with each deed, so that none is done twice and none left out. */
interface Progress {
  /** When it began; the week ends there, whenever it goes on. */
  now: number;
  /** How many deeds are done. */
  done: number;
  /** Of what was written, in the order of the deeds. */
  ids: number[];
}

/** Fills a forum that has nobody yet; a filling that was cut off goes on with the deed that comes next, and one that another process has begun is waited for. */
export const fillForum = (db: Db, now: number): Promise<void> => alone(db, () => fill(db, now));

async function fill(db: Db, now: number) {
  const progress = await begin(db, now);
  if (!progress) return;
  const cast = await addPeople(db, () => hashPassword(DEMO_PASSWORD), progress.now);
  const filling = new Filling(cast);
  const steps = allSteps(filling, progress.now);
  const writing = steps.filter((step) => step.writes);
  for (const [place, id] of progress.ids.entries()) filling.ids.set(writing[place]!.writes!, id);
  let reached = progress;
  for (const step of steps.slice(progress.done)) {
    reached = await write(db, (trx) => take(trx, filling, step, reached));
  }
  await write(db, (trx) => keep(trx, DONE));
}

/** Where the filling goes on; null where there is nothing to fill. */
async function begin(db: Db, now: number): Promise<Progress | null> {
  const state = await db
    .selectFrom("setting")
    .select("value")
    .where("name", "=", NAME)
    .executeTakeFirst();
  if (state) return readProgress(state.value);
  const anybody = await db.selectFrom("person").select("id").limit(1).executeTakeFirst();
  if (anybody) return null;
  const progress = { now, done: 0, ids: [] };
  const value = JSON.stringify(progress);
  await write(db, (trx) => trx.insertInto("setting").values({ name: NAME, value }).execute());
  return progress;
}

/** Null where it is done; earlier versions wrote no more than that it had begun, and what they filled stays as it is. */
const readProgress = (value: string): Progress | null =>
  value.startsWith("{") ? (JSON.parse(value) as Progress) : null;

/** Does one deed and keeps that it is done, both or neither. */
async function take(trx: Trx, filling: Filling, step: Step, { now, done, ids }: Progress) {
  await step.run(trx, step.at);
  const written = step.writes ? [filling.ids.get(step.writes)!] : [];
  const progress = { now, done: done + 1, ids: [...ids, ...written] };
  await keep(trx, JSON.stringify(progress));
  return progress;
}

const keep = (trx: Trx, value: string) =>
  trx.updateTable("setting").set({ value }).where("name", "=", NAME).execute();

/** The names that sign in with the demonstration's password, as long as they can. */
export async function demonstrationNames(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("person")
    .innerJoin("password", "password.person_id", "person.id")
    .select("person.name")
    .where("person.is_demonstration", "=", 1)
    .orderBy("person.id")
    .execute();
  return rows.map((row) => row.name);
}
