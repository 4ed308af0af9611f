/** What every step of a run is handed. */
import type { Db } from "#db/open.server.ts";
import type { People } from "./add-people.server.ts";
import type { Counts, Voice, Wish } from "./run.ts";
import type { Staging } from "./staging.server.ts";

export interface Setting {
  db: Db;
  wish: Wish;
  staging: Staging;
  people: People;
  voice: Voice;
  counts: Counts;
}
