/** The rows of a forum as `npm run rank` reads them, one JSON object a line. Times are epoch seconds. */

export type Id = string | number;

export interface PersonRow {
  type: "person";
  id: Id;
  level: number;
}

export interface PostRow {
  type: "post";
  id: Id;
  author: Id;
  thread: Id;
  words: number;
  at: number;
  /** The scorer's value, 0 to 1; missing where there is no scorer. */
  z?: number | null;
}

export interface VoteRow {
  type: "vote";
  person: Id;
  post: Id;
  worth: 0 | 1;
  agree: -1 | 0 | 1;
  at: number;
}

/** `rewritten` is upheld, and the passage has been cleared since; missing while the flag is open. */
export const DECISIONS = ["upheld", "rejected", "rewritten"] as const;

export interface FlagRow {
  type: "flag";
  person: Id;
  post: Id;
  reason: string;
  at: number;
  decided?: (typeof DECISIONS)[number] | null;
}

export type Row = PersonRow | PostRow | VoteRow | FlagRow;

const isId = (value: unknown) => typeof value === "string" || Number.isFinite(value);
const isNumber = (value: unknown) => Number.isFinite(value);
const isOneOf = (values: readonly unknown[]) => (value: unknown) => values.includes(value);
const isMissing = (value: unknown) => value === undefined || value === null;

type Fields = Record<string, (value: unknown) => boolean>;

/** What each kind of row has, and what holds of it. */
const kinds: Record<Row["type"], Fields> = {
  person: { id: isId, level: isNumber },
  post: {
    ...{ id: isId, author: isId, thread: isId, at: isNumber },
    words: (words) => isNumber(words) && (words as number) >= 0,
    z: (z) => isMissing(z) || isNumber(z),
  },
  vote: {
    ...{ person: isId, post: isId, at: isNumber },
    worth: isOneOf([0, 1]),
    agree: isOneOf([-1, 0, 1]),
  },
  flag: {
    ...{ person: isId, post: isId, at: isNumber },
    reason: (reason) => typeof reason === "string",
    decided: (decided) => isMissing(decided) || isOneOf(DECISIONS)(decided),
  },
};

/** The row of one line, or what is wrong with the line; never throws. */
export function readRow(line: string): { row: Row } | { error: string } {
  let row: Record<string, unknown>;
  try {
    row = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch {
    return { error: "This line is no JSON." };
  }
  const type = row?.type;
  if (typeof type !== "string" || !Object.hasOwn(kinds, type))
    return { error: `This row has no type; there are: ${Object.keys(kinds).join(", ")}.` };
  const wrong = Object.entries(kinds[type as Row["type"]]).find(
    ([name, holds]) => !holds(row[name]),
  );
  if (wrong) return { error: `This ${type} has no right "${wrong[0]}".` };
  return { row: row as unknown as Row };
}
