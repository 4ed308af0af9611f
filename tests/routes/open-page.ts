/** What somebody of the cast finds on a page for reading. */
import { withNext } from "#app/accounts/next-page.ts";
import type { Readable, Reading } from "#app/drawing/reading-page.ts";
import type { Person } from "#app/permissions.ts";
import { type PageFacts, readReading } from "#app/reading/read-reading.server.ts";
import { visitThread } from "#app/reading/visit-thread.server.ts";
import { Refusal } from "#app/refusals.ts";
import { loader as thread } from "#app/routes/thread.tsx";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { ORIGIN } from "./visit.ts";

interface Wished {
  /** The last part of the address, such as the name in /people/:name. */
  part?: string;
  query?: string;
  now?: number;
  isOpened?: boolean;
  unreadCount?: number;
  /** Of moderators. */
  waitingCount?: number | undefined;
}

/** The page as it is drawn for everybody of a role, and what stands in the slots of this reader; a Response where it leads elsewhere. */
export async function openPage(
  db: Db,
  page: Readable,
  person: Person | null,
  {
    part = "",
    query = "",
    now = START,
    isOpened = true,
    unreadCount = 0,
    waitingCount,
  }: Wished = {},
) {
  const asked = page.ask(part, new URLSearchParams(query));
  const reading: Reading | null = person && {
    db,
    person,
    now,
    isOpened,
    flash: null,
    unreadCount,
    waitingCount,
    muteCount: await readMuteCount(db, person),
  };
  const brought = reading && (await page.bring(reading, asked));
  const audience = { role: person?.role ?? null, variant: brought?.variant ?? "" };
  const isOwn = page.isOwn(asked);
  if (isOwn && !reading) {
    const Location = withNext("/sign-in", `/${part}${query && `?${query}`}`);
    return new Response(null, { status: 302, headers: { Location } });
  }
  const wanted = { ...audience, origin: ORIGIN, ...(isOwn ? { reader: reading! } : {}) };
  let drawn = await page.draw(db, asked, wanted);
  if (drawn instanceof Response) return drawn;
  const hidden = reading ? await page.findHidden(reading, drawn, asked) : new Set<number>();
  if (hidden.size > 0) drawn = await page.draw(db, asked, { ...wanted, hidden });
  if (drawn instanceof Response) return drawn;
  const own = reading ? await page.own(reading, drawn, brought!) : {};
  return { ...drawn, own };
}

async function readMuteCount(db: Db, { id }: Person): Promise<number> {
  const row = await db
    .selectFrom("person")
    .select("mute_count")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.mute_count;
}

/** What a page of a thread is to somebody of the cast who opens it: its marks, and what is new. */
export async function openThread(
  db: Db,
  person: Person,
  threadId: number,
  { query = "", now = START }: Pick<Wished, "query" | "now"> = {},
) {
  const { ask, draw } = thread.page;
  const asked = ask(String(threadId), new URLSearchParams(query));
  const drawn = await draw(db, asked, { role: person.role, variant: "", origin: ORIGIN });
  if (drawn instanceof Response) throw new Error("The page leads elsewhere.");
  if (drawn.status !== 200) throw new Refusal(404, { key: "threads.not-found" });
  const facts = drawn.facts as PageFacts;
  const seen = await visitThread(db, person, facts, now);
  return { ...(await readReading(db, person, seen, facts)), isBranch: facts.branchId !== null };
}
