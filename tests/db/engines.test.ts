/** What a forum may expect of its engine, whichever that is. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { expect, inject, onTestFinished, test } from "vitest";
import { editPost } from "#app/threads/edit-post.server.ts";
import { engineOf } from "#db/dialect.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { migrations } from "#db/migrations/all.ts";
import { type Db, openDatabase } from "#db/open.server.ts";
import { cannotWrite, write } from "#db/write.server.ts";
import { giveBackPostgresDatabase, takePostgresDatabase } from "../databases.ts";
import { closeAfterwards, openForum, openTwice, START } from "../forum.ts";
import { beginThread } from "../threads/thread.ts";

const isPostgres = inject("engine") === "postgres";

/** The address of an empty database. */
async function emptyDatabase(): Promise<string> {
  if (isPostgres) {
    const address = await takePostgresDatabase("template0");
    onTestFinished(() => giveBackPostgresDatabase(address, "template0"));
    return address;
  }
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-empty-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return `file:${path.join(folder, "forum.db")}`;
}

const open = (address: string) => closeAfterwards(openDatabase(address));

/** A promise, and how to keep it. */
function later() {
  let keep = () => {};
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { keep, kept };
}

const slugs = async (db: Db) => {
  const rows = await db.selectFrom("topic").select("slug").orderBy("id").execute();
  return rows.map((row) => row.slug);
};
const addTopic = (db: Db, slug: string) =>
  db.insertInto("topic").values({ slug, name: slug, about: "", made_at: START });

test("two processes that start together on an empty database migrate it once", async () => {
  const address = await emptyDatabase();
  const [one, other] = await Promise.all([migrate(open(address)), migrate(open(address))]);
  expect(one + other).toBe(migrations.length);
  expect(await migrate(open(address))).toBe(0);
});

test("a database of a newer version is named, and not touched", async () => {
  const db = open(await emptyDatabase());
  await migrate(db);
  await sql`insert into migration (version, name) values (999, '999-later')`.execute(db);
  await expect(migrate(db)).rejects.toThrow(/version 999.*Install the newer Steelman/);
});

test.each(["/proc/none/forum.db", "/dev/null/forum.db", ""])(
  "a file that no system makes, %j, is refused in one line",
  (file) => {
    expect(() => openDatabase(`file:${file}`)).toThrow(
      /^(Cannot open the database|DATABASE_URL)[^\n]*$/,
    );
  },
);

test.each([
  "postgres://",
  "postgres://host",
  "postgres://host/",
  "postgres://a b/c",
  "mysql://h/d",
  "",
])("the address %j is refused in one line", (address) => {
  expect(() => openDatabase(address)).toThrow(/^DATABASE_URL [^\n]*$/);
});

test("nobody who reads waits for somebody who writes, or sees what is half written", async () => {
  const { db } = await openTwice();
  const half = later();
  const read = later();
  const written = write(db, async (trx) => {
    await addTopic(trx, "half").execute();
    half.keep();
    await read.kept;
  });
  await half.kept;
  expect(await slugs(db)).toEqual(["open-weights", "licences"]);
  read.keep();
  await written;
  expect(await slugs(db)).toEqual(["open-weights", "licences", "half"]);
});

test("what two processes change at the same moment is changed by both, one after the other", async () => {
  const { db, second } = await openTwice();
  const count = async (handle: Db) =>
    write(handle, async (trx) => {
      const { about } = await trx
        .selectFrom("topic")
        .select("about")
        .where("id", "=", 1)
        .executeTakeFirstOrThrow();
      const more = String(Number(about) + 1);
      await trx.updateTable("topic").set({ about: more }).where("id", "=", 1).execute();
    });
  await Promise.all(Array.from({ length: 40 }, (_, turn) => count(turn % 2 ? db : second)));
  const { about } = await db
    .selectFrom("topic")
    .select("about")
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
  expect(about).toBe("40");
});

test("what is undone leaves nothing, and the next is written", async () => {
  const { db } = await openTwice();
  const undone = write(db, async (trx) => {
    await addTopic(trx, "undone").execute();
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  await write(db, (trx) => addTopic(trx, "done").execute());
  expect(await slugs(db)).toEqual(["open-weights", "licences", "done"]);
});

test("what happened is never changed or removed", async () => {
  const { db, ada } = await openForum();
  await beginThread(db, ada);
  await expect(db.deleteFrom("event").execute()).rejects.toThrow("event is append only");
  await expect(db.updateTable("event").set({ at: 1 }).execute()).rejects.toThrow("append only");
});

test("numbers come as numbers, counts and sums too, and one that is too large is not rounded", async () => {
  const { db } = await openForum();
  await db
    .insertInto("pace")
    .values({ person_id: 1, until_ms: 2 ** 53 - 1 })
    .execute();
  const read = db
    .selectFrom("pace")
    .select(["until_ms", sql<number>`sum(person_id)`.as("sum")])
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy("until_ms");
  expect(await read.execute()).toEqual([{ until_ms: 2 ** 53 - 1, sum: 1, count: 1 }]);
  const larger = sql<{ large: number }>`select until_ms + 2 as large from pace`;
  if (engineOf(db) === "postgres") await expect(larger.execute(db)).rejects.toThrow("too large");
});

test("texts are told apart and ordered by their bytes, in any language", async () => {
  const { db } = await openForum();
  const names = ["Zoë", "zoe", "Ärger", "élan", "Élan", "Яша", "𝔄", "a_", "a%", "A"];
  for (const name of names) {
    const nothing = { role: "member" as const, level: 0, about: "", about_html: "" };
    await db
      .insertInto("person")
      .values({ ...nothing, name, name_key: name, joined_at: START })
      .execute();
  }
  const rows = await db
    .selectFrom("person")
    .select("name_key as key")
    .where("id", ">", 5)
    .orderBy("name_key")
    .execute();
  const inBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  expect(rows.map((row) => row.key)).toEqual([...names].sort(inBytes));
});

test.runIf(isPostgres)(
  "a PostgreSQL that is too old is named, and nothing is made in it",
  async () => {
    const address = await emptyDatabase();
    const db = open(address);
    await sql
      .raw(
        `create schema older;
      create function older.current_setting(text) returns text language sql as
        $$ select case $1 when 'server_version_num' then '130022' else pg_catalog.current_setting($1) end $$;
      alter database ${new URL(address).pathname.slice(1)} set search_path = older, pg_catalog, public`,
      )
      .execute(db);
    await db.destroy();
    const again = open(address);
    await expect(migrate(again)).rejects.toThrow(/version 13; Steelman takes 14 and later/);
    const { rows } = await sql`select 1 from pg_tables where schemaname = 'public'`.execute(again);
    expect(rows).toEqual([]);
  },
);

test.runIf(isPostgres)("a text with a NUL is kept with a sign in its place", async () => {
  const { db } = await openForum();
  await addTopic(db, "a\0b").execute();
  expect((await slugs(db)).at(-1)).toBe("a\ufffdb");
});

test("of two edits of one text at once, on two processes, one is kept and the other comes back", async () => {
  const { db, second, ada } = await openTwice();
  const { openingId } = await beginThread(db, ada);
  for (let version = 1; version < 9; version += 1) {
    const edits = [db, second].map((handle, place) => {
      const draft = { body: `Edit ${version} of ${place}`, version, title: null, topics: null };
      return editPost(handle, ada, openingId, draft, { now: START + version, limits: 100 });
    });
    const ends = await Promise.allSettled(edits);
    const [refused] = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(refused).toMatchObject({ status: 409 });
  }
});

test.runIf(!isPostgres)(
  "on a full disk a deed says so, and what comes after it is kept as soon as there is room",
  async () => {
    const { db } = await openTwice();
    await sql`pragma max_page_count = 1`.execute(db);
    const add = (slug: string) => write(db, (trx) => addTopic(trx, slug.repeat(9_000)).execute());
    for (const turn of "abc") {
      const error = await add(turn).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "SQLITE_FULL" });
      expect(cannotWrite(error)).toBe(true);
    }
    await sql`pragma max_page_count = 1000000`.execute(db);
    await add("d");
    expect((await slugs(db)).at(-1)).toMatch(/^d/);
  },
);

test.runIf(isPostgres)("a deed that minds no error of a query is not taken for kept", async () => {
  const { db } = await openForum();
  const heedless = write(db, async (trx) => {
    await addTopic(trx, "one").execute();
    await addTopic(trx, "one")
      .execute()
      .catch(() => {});
  });
  await expect(heedless).rejects.toThrow("nothing of it was kept");
});

test.runIf(isPostgres)(
  "writers who stand behind a lock that is not let go of are told with the first",
  async () => {
    const { db, second } = await openTwice();
    const locked = later();
    const tried = later();
    const holder = second.transaction().execute(async (trx) => {
      await sql`lock table topic in exclusive mode`.execute(trx);
      locked.keep();
      await tried.kept;
    });
    await locked.kept;
    let attempts = 0;
    const writers = Array.from({ length: 9 }, (_, turn) =>
      write(db, async (trx) => {
        attempts += 1;
        await addTopic(trx, `t${turn}`).execute();
      }),
    );
    const ends = await Promise.allSettled(writers);
    tried.keep();
    await holder;
    expect(attempts).toBe(1);
    for (const end of ends) expect(end).toMatchObject({ reason: { code: "55P03" } });
    await write(db, (trx) => addTopic(trx, "after").execute());
  },
);
