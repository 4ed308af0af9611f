/** What was not rewritten within two weeks goes on waiting for a moderator; it was closed before. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    update "case" set waits_for = 'moderator', waits_since = closed_at, closed_at = null
    where state = 'lapsed' and closed_at is not null
    and id in (
      select max(lapsed.id) from "case" lapsed
      join post on post.id = lapsed.post_id and post.state = 'lapsed'
      where lapsed.state = 'lapsed' group by lapsed.post_id
    )
    and post_id not in (select post_id from "case" other where other.closed_at is null)`.execute(
    db,
  );
}
