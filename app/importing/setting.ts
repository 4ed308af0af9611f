/** What every step of a run is handed. */
import type { Db } from "#db/open.server.ts";
import type { PersonHere } from "./add-people.server.ts";
import type { Counts, Voice, Wish } from "./run.ts";
import type { Staging } from "./staging.server.ts";

export interface Setting {
  db: Db;
  wish: Wish;
  staging: Staging;
  people: ReadonlyMap<string, PersonHere>;
  voice: Voice;
  counts: Counts;
}
