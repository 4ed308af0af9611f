import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Mutes } from "./muted.ts";

interface Whose {
  personId: number;
}

/** All that a person mutes, by two queries; whoever knows that it is nothing need not ask. */
export async function readMutes(db: Db | Trx, personId: number): Promise<Mutes> {
  const [rows, words] = [
    await follows.all(db, { personId }),
    await mutedWords.all(db, { personId }),
  ];
  const muted = (kind: string) => idsOf(rows, (row) => row.kind === kind && row.level === "muted");
  const kept = (kind: string) => idsOf(rows, (row) => row.kind === kind && row.level !== "muted");
  return {
    topics: muted("topic"),
    threads: muted("thread"),
    branches: muted("branch"),
    people: muted("person"),
    words: words.map(({ word }) => word),
    keptThreads: kept("thread"),
    keptBranches: kept("branch"),
  };
}

type Row = Awaited<ReturnType<typeof follows.all>>[number];

const idsOf = (rows: readonly Row[], fits: (row: Row) => boolean) =>
  new Set(rows.filter(fits).map((row) => row.object_id));

const follows = prepared((db, value: ValueOf<Whose>) =>
  db
    .selectFrom("follow")
    .select(["kind", "object_id", "level"])
    .where("person_id", "=", value("personId"))
    .where((eb) => eb.or([eb("level", "=", "muted"), eb("kind", "in", ["thread", "branch"])])),
);

const mutedWords = prepared((db, value: ValueOf<Whose>) =>
  db.selectFrom("mute_word").select("word").where("person_id", "=", value("personId")),
);
