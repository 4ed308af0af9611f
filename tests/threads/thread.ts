/** Threads to test with, and the proof that a refusal wrote nothing. */
import type { Selectable } from "kysely";
import { expect } from "vitest";
import type { ReplyDraft, ThreadDraft } from "#app/composing/draft.ts";
import type { Person } from "#app/permissions.ts";
import { Refusal, WrongForm } from "#app/refusals.ts";
import { postReply } from "#app/threads/post-reply.server.ts";
import type { Sending } from "#app/threads/sending.ts";
import { startThread } from "#app/threads/start-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import type { Schema } from "#db/schema.ts";
import { START } from "../forum.ts";

export const threadDraft: ThreadDraft = {
  title: "Open weights are not open source",
  body: "A licence that forbids a use is not open. *Show me where I am wrong.*",
  topics: ["Open weights"],
  url: null,
  quote: null,
  disclosure: null,
  norms: null,
};

/** One sending of a form at START, without limits or key unless given. */
export const sending = (more: Partial<Sending> = {}): Sending => ({
  now: START,
  limits: Number.POSITIVE_INFINITY,
  key: null,
  ...more,
});

/** Starts a thread and answers its id and that of its opening post. */
export async function beginThread(
  db: Db,
  person: Person,
  draft: Partial<ThreadDraft> = {},
  how: Partial<Sending> = {},
) {
  const path = await startThread(db, person, { ...threadDraft, ...draft }, sending(how));
  const threadId = Number(/^\/threads\/(\d+)/.exec(path)![1]);
  const { opening_post_id } = await db
    .selectFrom("thread")
    .select("opening_post_id")
    .where("id", "=", threadId)
    .executeTakeFirstOrThrow();
  return { threadId, openingId: opening_post_id!, path };
}

/** Posts a reply and answers its id. */
export async function reply(
  db: Db,
  person: Person,
  threadId: number,
  draft: Partial<ReplyDraft> = {},
  how: Partial<Sending> = {},
) {
  const full: ReplyDraft = {
    body: "I disagree, and here is why.",
    parentId: null,
    kind: "reply",
    ...draft,
  };
  return idOf(await postReply(db, person, threadId, full, sending(how)));
}

/** The number of the post that an address leads to. */
export const idOf = (address: string) => Number(/#post-(\d+)$/.exec(address)![1]);

/** By id, by place in a thread, or by what is written in them: no engine promises an order. */
function inOrder<Row extends object>(rows: Row[]): Row[] {
  const keyOf = (row: Row) =>
    "id" in row && typeof row.id === "number"
      ? row.id
      : "position" in row
        ? JSON.stringify([(row as { thread_id?: number }).thread_id, row.position])
        : JSON.stringify(row);
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** All that the tables of threads hold. */
export async function everything(db: Db) {
  const all = <Table extends keyof Schema>(table: Table) =>
    db
      .selectFrom(table as keyof Schema)
      .selectAll()
      .execute()
      .then(inOrder) as unknown as Promise<Selectable<Schema[Table]>[]>;
  return {
    person: await all("person"),
    topic: await all("topic"),
    thread: await all("thread"),
    thread_topic: await all("thread_topic"),
    thread_person: await all("thread_person"),
    post: await all("post"),
    revision: await all("revision"),
    mention: await all("mention"),
    quotation: await all("quotation"),
    form_key: await all("form_key"),
    pace: await all("pace"),
    thanks: await all("thanks"),
    saved_post: await all("saved_post"),
    vote: await all("vote"),
    vote_total: await all("vote_total"),
    tally: await all("tally"),
    voted_thread: await all("voted_thread"),
    follow: await all("follow"),
    followed_search: await all("followed_search"),
    mute_word: await all("mute_word"),
    event: await all("event"),
    delivery: await all("delivery"),
    rule: await all("rule"),
    case: await all("case"),
    flag: await all("flag"),
    action: await all("action"),
    appeal: await all("appeal"),
    kept_text: await all("kept_text"),
    print: await all("print"),
  };
}

/** What a deed was refused for, having shown that it wrote nothing. */
export async function refusalOf(db: Db, deed: () => Promise<unknown>) {
  const before = await everything(db);
  const error = await deed().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(await everything(db)).toEqual(before);
  if (error instanceof WrongForm) {
    return { status: error.status, problems: error.problems };
  }
  if (error instanceof Refusal) {
    const { status, said, retryAfter } = error;
    return { status, key: said.key, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  throw error ?? new Error("it was not refused");
}

type All = Awaited<ReturnType<typeof everything>>;

/** One row of a table by its id. */
export async function rowOf<Table extends "thread" | "post">(db: Db, table: Table, id: number) {
  const row = (await everything(db))[table].find((row) => row.id === id);
  if (!row) throw new Error(`There is no ${table} ${id}.`);
  return row as All[Table][number];
}
