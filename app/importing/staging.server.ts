/** What was read and waits to be written, in a database of its own that is thrown away: files may be in any order and larger than the memory. */
import Database from "better-sqlite3";
import type { MessageKey } from "../strings/say.ts";
import type { Gone, OuterPost, ReadPost, Unfit } from "./discourse.ts";
import { hashPost } from "./hash-post.server.ts";
import { personKey } from "./outer-name.ts";
import { choose, tables } from "./staging-tables.ts";

/** Where a row was read. */
export interface Where {
  file: string;
  line: number;
}

/** A post of a thread without its text. */
export interface StagedOutline extends Where {
  number: number;
  parent: number | null;
  at: number;
  outerId: number;
  hash: string;
  author: string;
  /** By what its author is known. */
  key: string;
  changedAt: number;
  isWithdrawn: number;
}

/** A post that nobody sees there. */
export interface StagedGone extends Where {
  outerId: number;
  at: number | null;
  /** Empty where it is not said. */
  author: string;
  key: string;
  changedAt: number;
}

/** A row that another row of the same post was preferred to. */
export interface Outdone extends Where {
  outerId: number;
  thread: number;
  number: number;
  keptFile: string;
  keptLine: number;
  /** Whether the other row says that nobody sees the post. */
  isGone: number;
}

export class Staging {
  // Without a name it is a file that ends with its process: a run that is killed leaves no texts behind.
  readonly #db = new Database("");
  readonly #statements = new Map<string, Database.Statement>();

  constructor() {
    for (const pragma of ["journal_mode = off", "synchronous = off", "cache_size = -8000"]) {
      this.#db.exec(`pragma ${pragma}`);
    }
    this.#db.exec(tables);
    this.#db.exec("begin");
  }

  add(post: ReadPost, { file, line }: Where) {
    this.#run(
      `insert into row (outer_id, thread, number, parent, at, changed, edited, version, author, author_key,
        withdrawn, is_cooked, raw, uploads, title, guess, category, likes, hash, file, line)
      values (@outerId, @thread, @number, @parent, @postedAt, @changedAt, @editedAt, @version, @author, @key,
        @withdrawn, @isCooked, @raw, @uploads, @title, @guess, @category, @likes, @hash, @file, @line)`,
      {
        ...post,
        ...{ file, line },
        key: personKey(post),
        withdrawn: Number(post.isWithdrawn),
        isCooked: Number(post.cooked !== null),
        uploads: JSON.stringify(post.uploads),
        hash: hashPost(post),
      },
    );
  }

  leaveOut(place: NonNullable<Unfit["place"]>) {
    this.#run(
      `insert into left_out values (@thread, @number, @parent)
      on conflict do update set parent = max(coalesce(parent, 1), coalesce(excluded.parent, 1))`,
      place,
    );
  }

  /** A post that nobody sees there counts against rows that show it. */
  addGone(gone: Gone, { file, line }: Where) {
    this.#run(
      `insert into row (outer_id, thread, number, at, changed, version, author, author_key, gone, file, line)
      values (@outerId, @thread, @number, @postedAt, @changedAt, @version, @author, @key, 1, @file, @line)`,
      { ...gone, key: personKey(gone), file, line },
    );
  }

  /** Shuts out a thread, whatever else is read of it. */
  closeThread(thread: number, reason: MessageKey, where: Where) {
    const sql = "insert or ignore into closed values (@thread, @reason, @file, @line)";
    this.#run(sql, { thread, reason, ...where });
  }

  /** Ends the reading: of several rows of one post the one that was changed last is kept. */
  choose() {
    this.#db.exec("create index row_of_id on row (outer_id)");
    this.#db.exec("create index row_of_thread on row (thread, number)");
    this.#db.exec(choose("outer_id"));
    this.#db.exec(choose("thread, number"));
    this.#db.exec(`update row set shut = closed.reason from closed
      where closed.thread = row.thread and kept_place is null and gone = 0`);
    this.#db.exec("commit");
  }

  /** Rows that would be imported, had no file shut their thread out. */
  *shut(): Generator<Where & { reason: MessageKey }> {
    const sql = "select file, line, shut as reason from row where shut is not null order by place";
    yield* this.#prepare(sql).all() as (Where & { reason: MessageKey })[];
  }

  /** Posts that nobody sees there, by their ids, from beyond an id on. */
  listGone(after: number) {
    return this.#prepare(
      `select outer_id as outerId, at, author, author_key as key, changed as changedAt, file, line from row
      where gone = 1 and kept_place is null and outer_id > ? order by outer_id limit 200`,
    ).all(after) as StagedGone[];
  }

  /** Threads that nobody sees there. */
  listClosed() {
    const sql = "select thread, file, line from closed order by thread";
    return this.#prepare(sql).all() as (Where & { thread: number })[];
  }

  /** What was read of the posts of a thread that is shut out. */
  listShut(thread: number) {
    return this.#prepare(
      `select outer_id as outerId, number, at, author, author_key as key, changed as changedAt, file, line from row
      where thread = ? and kept_place is null`,
    ).all(thread) as (StagedGone & { number: number })[];
  }

  /** Rows with another text than the one that was kept; the HTML of the same text is none. */
  *outdone(): Generator<Outdone> {
    yield* this.#prepare(
      `select row.file, row.line, row.outer_id as outerId, row.thread, row.number,
        kept.file as keptFile, kept.line as keptLine, kept.gone as isGone
      from row join row as kept on kept.place = row.kept_place
      where row.gone = 0 and kept.hash is not row.hash
        and (row.changed, row.version, row.is_cooked) is not (kept.changed, kept.version, 1 - kept.is_cooked)
      order by row.place`,
    ).all() as Outdone[];
  }

  /** Who wrote, in the order in which they began to, with the time, the name they had last, and until when. */
  people() {
    return this.#prepare(
      `select author_key as key, name, min(at) as at, max(changed) as until from (select *,
        first_value(author) over (partition by author_key order by changed desc, author) as name
        from (select author_key, author, at, changed from post))
      group by author_key order by min(at), author_key`,
    ).all() as { key: string; name: string; at: number; until: number }[];
  }

  /** The threads in the order in which they began. */
  threads() {
    const rows = this.#prepare(
      `select thread from post group by thread order by min(at), thread`,
    ).all() as { thread: number }[];
    return rows.map((row) => row.thread);
  }

  countPosts() {
    const row = this.#prepare("select count(*) as count from post").get();
    return (row as { count: number }).count;
  }

  /** A thread's posts without their texts, by number. */
  outline(thread: number) {
    return this.#prepare(
      `select number, parent, at, outer_id as outerId, hash, author, author_key as key, changed as changedAt,
        withdrawn as isWithdrawn, file, line
      from post where thread = ? order by number`,
    ).all(thread) as StagedOutline[];
  }

  /** The parents of posts that were left out, by number. */
  leftOut(thread: number) {
    const rows = this.#prepare("select number, parent from left_out where thread = ?").all(thread);
    return new Map(
      (rows as { number: number; parent: number | null }[]).map((row) => [row.number, row.parent]),
    );
  }

  /** What a thread is called and where it belongs: what its first post says, else the next that says it. */
  about(thread: number) {
    const first = (column: string) =>
      (
        this.#prepare(
          `select ${column} as value from post
          where thread = ? and ${column} is not null order by number limit 1`,
        ).get(thread) as { value: string | number } | undefined
      )?.value ?? null;
    return {
      title: first("title") as string | null,
      guess: first("guess") as string | null,
      category: first("category") as number | null,
    };
  }

  /** One post whole; null when it was not read in this run. */
  post(thread: number, number: number): (OuterPost & { hash: string }) | null {
    const row = this.#prepare(
      `select outer_id as outerId, thread, number, parent, author, null as userId, at as postedAt, edited as editedAt,
        changed as changedAt, version, withdrawn, raw, uploads, title, guess, category, likes, hash
      from post where thread = ? and number = ?`,
    ).get(thread, number) as
      | (Omit<OuterPost, "uploads" | "isWithdrawn"> & {
          uploads: string;
          withdrawn: number;
          hash: string;
        })
      | undefined;
    if (!row) return null;
    const { uploads, withdrawn, ...rest } = row;
    return { ...rest, isWithdrawn: withdrawn === 1, uploads: JSON.parse(uploads) };
  }

  /** Throws everything away. */
  close() {
    this.#db.close();
  }

  #prepare(sql: string) {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #run(sql: string, values: object) {
    this.#prepare(sql).run(values);
  }
}
