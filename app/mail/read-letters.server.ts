import type { SqlBool } from "kysely";
import { type ExpressionBuilder, sql } from "kysely";
import { Refusal } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import type { Schema } from "#db/schema.ts";
import { type LetterState, LONGEST_SENDING, MOST_COUNTED, stateOf } from "./letter-state.ts";
import { isSecret } from "./pauses.ts";
import { shortenAddresses } from "./shorten-addresses.ts";

/** Letters of a page. */
const PAGE = 50;

export interface LetterLine {
  id: number;
  kind: string;
  address: string;
  /** Null for one that tells of its reader. */
  subject: string | null;
  madeAt: number;
  attempts: number;
  nextAt: number | null;
  failure: string | null;
  state: LetterState;
}

const columns = [
  ...(["id", "kind", "address", "subject", "made_at", "attempts", "next_at"] as const),
  ...(["taken_at", "sent_at", "failure", "set_aside_at"] as const),
] as const;

type Row = {
  [Column in Exclude<(typeof columns)[number], "kind" | "address" | "subject" | "failure">]:
    | number
    | null;
} & { id: number; made_at: number; attempts: number } & {
  kind: string;
  address: string;
  subject: string;
  failure: string | null;
};

interface Asked {
  now: number;
  /** Letters reach their readers: administrators see how each fares, and no more of it than they need. */
  goesOut: boolean;
}

function lineOf(row: Row, { now, goesOut }: Asked): LetterLine {
  const { id, kind, address, subject, failure } = row;
  const shown = {
    address: shortenAddresses(address),
    subject: isSecret(kind) ? subject : null,
    failure: failure && shortenAddresses(failure),
  };
  return {
    ...{ id, kind, ...(goesOut ? shown : { address, subject, failure }) },
    ...{ madeAt: row.made_at, attempts: row.attempts, nextAt: row.next_at },
    state: stateOf(row, now),
  };
}

/** The letters of a state, or all, the newest first, below an id; and the id below which the next page begins, or null. */
export async function readLetters(
  db: Db,
  { state, below, ...asked }: { state: LetterState | null; below: number | null } & Asked,
): Promise<{ letters: LetterLine[]; next: number | null }> {
  const rows = await db
    .selectFrom("letter")
    .select(columns)
    .where((eb) => (state ? isOf(eb, state, asked.now) : sql<SqlBool>`1 = 1`))
    .where((eb) => (below === null ? sql<SqlBool>`1 = 1` : eb("id", "<", below)))
    .orderBy("id", "desc")
    .limit(PAGE + 1)
    .execute();
  const letters = rows.slice(0, PAGE).map((row) => lineOf(row, asked));
  return { letters, next: rows.length > PAGE ? letters.at(-1)!.id : null };
}

/** How many wait, since when, how many were set aside and how many are in doubt. */
export async function readBacklog(db: Db, now: number) {
  const count = async (state: LetterState) => {
    const found = await db
      .selectFrom((eb) =>
        eb
          .selectFrom("letter")
          .select("id")
          .where((of) => isOf(of, state, now))
          .limit(MOST_COUNTED + 1)
          .as("some"),
      )
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(found.count);
  };
  const oldest = await db
    .selectFrom("letter")
    .select((eb) => eb.fn.min("made_at").as("at"))
    .where("next_at", "is not", null)
    .executeTakeFirst();
  return {
    waiting: await count("waiting"),
    oldestAt: oldest?.at ?? null,
    aside: await count("aside"),
    doubt: await count("doubt"),
  };
}

function isOf(eb: ExpressionBuilder<Schema, "letter">, state: LetterState, now: number) {
  const isTaken = eb.and([
    ...[eb("taken_at", "is not", null), eb("sent_at", "is", null)],
    eb("set_aside_at", "is", null),
  ]);
  const isOver = eb.or([eb("failure", "is not", null), eb("taken_at", "<", now - LONGEST_SENDING)]);
  switch (state) {
    case "waiting":
      return eb("next_at", "is not", null);
    case "sent":
      return eb("sent_at", "is not", null);
    case "aside":
      return eb("set_aside_at", "is not", null);
    case "doubt":
      return eb.and([isTaken, isOver]);
    case "sending":
      return eb.and([isTaken, eb.not(isOver)]);
  }
}

export interface OneLetter extends LetterLine {
  /** Its words, or why they are not shown. */
  text: string;
  hidden: "sent" | "readers" | "gone" | null;
}

/** One letter as administrators see it; its words only where nothing goes out by mail. Refuses with 404. */
export async function readLetter(db: Db, id: number, asked: Asked): Promise<OneLetter> {
  const row = await db
    .selectFrom("letter")
    .select(columns)
    .select("text")
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "letters.admin.not-found" });
  const line = lineOf(row, asked);
  const hidden = hiddenBy(line, row.text, asked.goesOut);
  return { ...line, hidden, text: hidden ? "" : row.text };
}

function hiddenBy({ state }: LetterLine, text: string, goesOut: boolean) {
  if (state === "sent") return "sent";
  if (text === "") return "gone";
  return goesOut ? "readers" : null;
}
