import { setTimeout } from "node:timers/promises";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { inVotes } from "../place.ts";
import { readStandards, SITE } from "../read-standards.server.ts";
import { toUnits } from "../units.ts";
import { worthOf } from "../worth.ts";
import { LengthSums } from "./length-sums.ts";
import { storedSums } from "./stored-sums.ts";

/** Posts read at once. */
const PAGE = 500;
/** Milliseconds left to others after each. */
const PAUSE = 2;

/** Keeps how much of worth goes with length alone, over all posts with votes (mechanism, M4). */
export async function measureLength(db: Db): Promise<void> {
  const { prior } = await readStandards(db);
  const sums = new LengthSums();
  let after: number | null = 0;
  while (after !== null) {
    const posts: Awaited<ReturnType<typeof page.all>> = await page.all(db, { after });
    for (const post of posts) {
      if (post.voter_count === 0 || post.words === null) continue;
      sums.add(worthOf(inVotes(storedSums(post)), prior).bridging, post.words);
    }
    after = posts.length < PAGE ? null : posts.at(-1)!.post_id;
    await setTimeout(PAUSE);
  }
  const { slope, middle } = sums.end();
  await write(db, (trx) =>
    trx
      .updateTable("fit")
      .set({ slope: toUnits(slope), middle: toUnits(middle) })
      .where("scope", "=", SITE)
      .execute(),
  );
}

const page = prepared((db, value: ValueOf<{ after: number }>) =>
  db
    .selectFrom("tally")
    .select(["post_id", "words", "voter_count"])
    .select(["worth_left", "worth_right", "only_left", "only_right"])
    .where("post_id", ">", value("after"))
    .orderBy("post_id")
    .limit(PAGE),
);
