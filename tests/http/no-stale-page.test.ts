/** Whatever anybody does, everybody's next page shows it: random deeds, and after each what is kept is compared with what is drawn anew. */
import { afterAll, expect, inject, test } from "vitest";
import { countForModerator } from "#app/desk/count-waiting.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import { isModerator, type Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, openTwice } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";
import { chance, openDeeds } from "./random-deeds.ts";
import { cookieOf, match, type ReadingForum, serveReading, textOf } from "./reading-forum.ts";

/** On PostgreSQL, a round trip away, every third of them. */
const STEPS = inject("engine") === "sqlite" ? 10_000 : 3_000;
/** Of the steps, those that write; the others read what was written. */
const WRITING = 0.2;
/** After so many steps two of the topics become one. */
const MERGING = STEPS / 4;

afterAll(stopRendering);

/** Without what is new at each sight: keys of forms, and spaces. */
const plain = (html: string) =>
  html.replace(/name="key" value="[^"]*"/g, 'name="key"').replace(/\s+/g, "");

/** The page as it is drawn at this moment, for somebody who only looks. */
async function drawnNow(db: Db, path: string, person: Person | null): Promise<string> {
  const [place = "", query = ""] = path.split("?");
  const { page } = match(path)!;
  const part = decodeURIComponent(place.split("/")[2] ?? "");
  const unreadCount = person ? await countUnread(db, person) : 0;
  const waitingCount = isModerator(person) ? await countForModerator(db) : undefined;
  const counts = { unreadCount, waitingCount };
  const drawn = await openPage(db, page, person, { part, query, isOpened: false, ...counts });
  if (drawn instanceof Response) return drawn.headers.get("Location")!;
  return drawn.slots ? drawn.slots.fill(drawn.html, drawn.own) : drawn.html;
}

/** As the masthead counts them. */
async function countUnread(db: Db, { id }: Person): Promise<number> {
  const unread = await db
    .selectFrom("notice")
    .select("id")
    .where("person_id", "=", id)
    .where("read_at", "is", null)
    .limit(100)
    .execute();
  return unread.length;
}

async function openForums(): Promise<{
  db: Db;
  people: Person[];
  root: Person;
  servers: ReadingForum[];
}> {
  if (inject("engine") === "sqlite") {
    const { db, ada, ben, mo, root } = await openForum();
    return { db, people: [ada, ben, mo], root, servers: [await serveReading(db)] };
  }
  const { db, second, ada, ben, mo, root } = await openTwice();
  const servers = [await serveReading(db), await serveReading(second)];
  return { db, people: [ada, ben, mo], root, servers };
}

test("no page is stale in ten thousand random steps, whoever reads it and whichever process answers", async () => {
  const { db, people, root, servers } = await openForums();
  const random = chance(20_261_122);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const cookies = new Map<Person, string>();
  for (const person of people) cookies.set(person, await cookieOf(db, person));
  const { doOne, merge, ...forum } = await openDeeds(db, people, root, random);
  const paths = async () => [
    ...[
      "/",
      "/?order=new",
      "/?order=following",
      "/topics",
      "/topics/open-weights",
      "/log",
      "/rules",
      "/log/report",
      "/about/moderation",
    ],
    ...(await latestActs(db)).map((id) => `/log/${id}`),
    ...["/people/Ada", "/people/Ben?show=replies", "/people/Mo"],
    ...forum.slugs.slice(1).map((slug) => `/topics/${slug}`),
    ...forum.openings
      .slice(-6)
      .flatMap(({ threadId: id }) => [`/threads/${id}`, `/threads/${id}?order=new`]),
    `/threads/${pick(forum.posts).threadId}?branch=${pick(forum.posts).id}`,
  ];
  let compared = 0;
  for (let step = 0; step < STEPS; step += 1) {
    if (step % MERGING === MERGING - 1) await merge();
    if (random() < WRITING) {
      await doOne();
      continue;
    }
    const path = pick(await paths());
    const person = random() < 0.4 ? pick(people) : null;
    const encoding = pick(["br", "gzip", "identity"]);
    const answer = await pick(servers).ask(path, person && cookies.get(person)!, {
      "accept-encoding": encoding,
      "sec-purpose": "prefetch",
    });
    const role = person && (await roleOf(db, person));
    const drawn = await drawnNow(db, path, person && { ...person, role: role! });
    const told = answer.headers.location ?? textOf(answer);
    const isFresh = plain(told) === plain(drawn);
    expect(isFresh, `step ${step}: ${path} for ${person?.name ?? "nobody"}`).toBe(true);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(STEPS / 2);
  const least = Object.entries(forum.succeeded).sort(([, one], [, other]) => one - other)[0]!;
  expect(least[1], `${least[0]} was let happen`).toBeGreaterThan(STEPS / 500);
  const quotations = await db.selectFrom("quotation").selectAll().execute();
  expect(quotations.length).toBeGreaterThan(STEPS / 500);
}, 600_000);

/** What was decided last, undone or appealed since or not. */
async function latestActs(db: Db): Promise<number[]> {
  const rows = await db.selectFrom("action").select("id").orderBy("id", "desc").limit(3).execute();
  return rows.map(({ id }) => id);
}

async function roleOf(db: Db, { id }: Person) {
  const row = await db
    .selectFrom("person")
    .select("role")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.role;
}
