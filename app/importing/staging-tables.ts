/** The tables of what was read, in SQL. */

/** What is read waits in rows; posts are those of them that may be written. */
export const tables = `
  create table row (
    place integer primary key, outer_id integer, thread integer, number integer, parent integer,
    at integer, changed integer, edited integer, version integer, author text, author_key text,
    withdrawn integer, is_cooked integer not null default 0, raw text, uploads text, title text, guess text, category integer, likes integer,
    hash text, file text, line integer, gone integer not null default 0, shut text, kept_place integer);
  create view post as select * from row where kept_place is null and shut is null and gone = 0;
  create table closed (thread integer primary key, reason text, file text, line integer);
  create table left_out (thread integer, number integer, parent integer, primary key (thread, number)) without rowid;
`;
/** Of several rows of one post the one changed last counts, whatever the order of the lines, and of two of one time the one that shows less, or that came as it was written. */
export const choose = (by: string) => `
  update row set kept_place = best.kept from (
    select place, first_value(place) over (partition by ${by} order by
      changed desc, gone desc, withdrawn desc, version desc, is_cooked, hash desc, likes desc, title desc, place) as kept
    from row where kept_place is null) as best
  where best.place = row.place and best.kept <> row.place`;
