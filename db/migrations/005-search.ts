/** The index of what posts and titles say, kept by the engine itself: whatever writes a post, it is found from the same moment on, and never once it was withdrawn. Posts that are there already are indexed now, which takes a minute or two for a million. */
import { type Kysely, sql } from "kysely";
import { engineOf } from "../dialect.server.ts";

export async function up(db: Kysely<unknown>) {
  const statements = engineOf(db) === "sqlite" ? forSqlite : await forPostgres(db);
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Where a post stands in the index of SQLite: by the hour of its time, then its id, so that the newest are read first and a time bounds them, also where older posts were imported later. Neighbours differ little, which keeps the index small; no forum of one file has 268 million posts. */
const place = (post: string) =>
  `(min(max(${post}.posted_at, 0), 8589934591) / 3600 << 28 | (${post}.id & 268435455))`;

/** What changes what is found of a post. */
const watched = ["body", "withdrawn_at", "posted_at", "author_id", "kind", "depth", "thread_id"];
const differs = (distinct: string) =>
  watched.map((column) => `old.${column} ${distinct} new.${column}`).join(" or ");

/** Who wrote a post, of what kind, in which thread: words of the index, so that no filter reads more than what it lets through. */
const marks = (sign: string) =>
  [
    "in' || post.thread_id",
    "by' || post.author_id",
    "kind' || case depth when 0 then 'thread' else kind end",
  ].map((mark) => `'${sign}${mark}`);

/** Nothing is kept twice: the table holds no text, and forgets a row by its place alone. */
const forSqlite = [
  `create virtual table search using fts5(title, body, marks, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2')`,
  `create view search_row (place, post_id, title, body, marks) as
    select ${place("post")}, post.id, case depth when 0 then title end, body, ${marks("").join(" || ' ' || ")}
    from post join thread on thread.id = post.thread_id where withdrawn_at is null`,
  `create trigger search_insert after insert on post begin
    insert into search (rowid, title, body, marks) select place, title, body, marks from search_row where post_id = new.id;
  end`,
  `create trigger search_update after update of ${watched} on post when ${differs("is not")} begin
    delete from search where rowid = ${place("old")};
    insert into search (rowid, title, body, marks) select place, title, body, marks from search_row where post_id = new.id;
  end`,
  `create trigger search_delete after delete on post begin
    delete from search where rowid = ${place("old")};
  end`,
  `create trigger search_title after update of title on thread when old.title is not new.title begin
    delete from search where rowid = (select place from search_row where post_id = new.opening_post_id);
    insert into search (rowid, title, body, marks) select place, title, body, marks from search_row where post_id = new.opening_post_id;
  end`,
  // Places alone are put in order, and texts fetched one by one: so no more than one of them is held.
  `insert into search (rowid, title, body, marks)
    select place, title, body, marks from (
      select ${place("post")} as at, post.id as id from post where withdrawn_at is null order by at limit -1
    ) as ordered cross join search_row on search_row.post_id = ordered.id`,
];

/** PostgreSQL's index of words. What is new waits in a list for some hundred posts, since to file a post word by word takes ten times as long; a longer list would keep every search waiting. */
export const SEARCH_BY_WORD =
  "create index search_by_word on search using gin (words) with (gin_pending_list_limit = 1024)";

/** PostgreSQL's own parser takes addresses, hyphens and numbers apart in ways of its own, and knows letters by the database's locale: so it is given nothing but words, folded. */
async function forPostgres(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql`select 1 from pg_collation where collname = 'und-x-icu'`.execute(db);
  const letters = rows.length > 0 ? `collate "und-x-icu"` : "";
  // Texts longer than any post may be are cut, for a tsvector has a bound.
  const words = (column: string) =>
    `to_tsvector('search_words', left(search_fold(${column}), 200000))`;
  // A word of a title and the next of the post make no phrase.
  const title = `case depth when 0 then setweight(${words("title")}, 'A') || '#:1'::tsvector else '' end`;
  const insert = `insert into search (post_id, posted_at, words)
    select post.id, posted_at, ${title} || ${words("body")} || array_to_tsvector(array[${marks("#")}])
    from post join thread on thread.id = post.thread_id where withdrawn_at is null`;
  return [
    `create text search dictionary search_stem (template = snowball, language = english)`,
    `create text search configuration search_words (copy = simple)`,
    `alter text search configuration search_words alter mapping for asciiword, word with search_stem`,
    `create function search_fold(told text) returns text language sql immutable as $$
      select regexp_replace(regexp_replace(normalize(lower(told ${letters}), NFD), '[\\u0300-\\u036f]+', '', 'g') ${letters}, '[^[:alnum:]]+', ' ', 'g')
    $$`,
    `create table search (post_id bigint primary key, posted_at bigint not null, words tsvector not null)`,
    `create function search_add(which bigint) returns void language sql as $$ ${insert} and post.id = which $$`,
    `create function search_follow() returns trigger language plpgsql as $$ begin
      if tg_op = 'TRUNCATE' then truncate search; return null; end if;
      if tg_table_name = 'thread' then
        delete from search where post_id = new.opening_post_id;
        perform search_add(new.opening_post_id);
        return null;
      end if;
      if tg_op <> 'INSERT' then delete from search where post_id = old.id; end if;
      if tg_op <> 'DELETE' then perform search_add(new.id); end if;
      return null;
    end $$`,
    `create trigger search_insert after insert or delete on post for each row execute function search_follow()`,
    `create trigger search_update after update of ${watched} on post for each row when (${differs("is distinct from")}) execute function search_follow()`,
    `create trigger search_title after update of title on thread for each row when (old.title is distinct from new.title and new.opening_post_id is not null) execute function search_follow()`,
    `create trigger search_truncate after truncate on post for each statement execute function search_follow()`,
    insert,
    SEARCH_BY_WORD,
    `create index search_by_time on search (posted_at, post_id)`,
  ];
}
