/** What somebody mutes shows to them nowhere, and to others as before. */
import { expect, test } from "vitest";
import { muteWords } from "#app/following/mute-words.server.ts";
import { readMuteWords } from "#app/following/words.ts";
import type { Person } from "#app/permissions.ts";
import { loader as log } from "#app/routes/log.tsx";
import { loader as people } from "#app/routes/people-json.ts";
import { loader as person } from "#app/routes/person.tsx";
import { renameTopic } from "#app/topics/change-topics.server.ts";
import { openForum, START } from "../forum.ts";
import { cookieOf, serveReading, textOf } from "../http/reading-forum.ts";
import { openPage } from "../routes/open-page.ts";
import { visit } from "../routes/visit.ts";
import { type Cause, mute, places, type Scene, setScene } from "./places.ts";

const causes: Cause[] = ["word", "person", "topic", "thread"];
/** Without what is new at each sight. */
const plain = (html: string) =>
  html
    .replace(/name="key" value="[^"]*"/g, "")
    .replace(/key=[\w-]+|stop\/[\w.-]+|unsubscribe\/[^\s"<]+/g, "")
    .replace(/ +/g, " ");

const GANNET = /gannet(?!s)/i;

/** What somebody finds in each place, by its name. */
async function readAll(scene: Scene, reader: Person, isShown = false) {
  const found = new Map<string, string>();
  for (const { name, read, isFinal } of places) {
    if (!isShown || !isFinal) found.set(name, plain(await read(scene, reader, isShown)));
  }
  return found;
}

test.each(causes)(
  "what is muted by %s shows nowhere, save to who asks to see it, and to others as before",
  async (cause) => {
    const before = await setScene();
    const own = await readAll(before, before.nia);
    const others = await readAll(before, before.mo);
    const scene = await setScene();
    await mute(scene, scene.nia, cause);
    const muted = await readAll(scene, scene.nia);
    const shown = await readAll(scene, scene.nia, true);
    const othersNow = await readAll(scene, scene.mo);
    for (const { name, said = GANNET, hiddenBy = causes, isFinal } of places) {
      expect(own.get(name), name).toMatch(said);
      expect(said.test(muted.get(name)!), `${name} shows it`).toBe(!hiddenBy.includes(cause));
      if (!isFinal) expect(shown.get(name), name).toMatch(said);
      expect(othersNow.get(name) === others.get(name), `${name} is to others as it was`).toBe(true);
    }
  },
);

test("an entry of the log that says a muted word in a topic’s name, now or before, is hidden", async () => {
  const { db, root, ada, ben } = await openForum();
  const { name } = await db
    .selectFrom("topic")
    .select("name")
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
  await renameTopic(
    db,
    root,
    1,
    { name: "Gannets", slug: "gannets", about: "" },
    "It says more.",
    START,
  );
  for (const [reader, words] of [
    [ada, "gannets"],
    [ben, name],
  ] as const) {
    const before = (await openPage(db, log.page, reader)) as { html: string };
    expect(before.html).toContain("Gannets");
    const typed = readMuteWords(new URLSearchParams({ words }));
    await muteWords(db, reader, typed, { now: START, limits: 100 });
    const after = (await openPage(db, log.page, reader)) as { html: string };
    expect(after.html).not.toContain("Gannets");
    expect(after.html).toContain("One entry is hidden");
  }
});

test("a profile that hides nothing but changed minds leads to them", async () => {
  const scene = await setScene();
  const { db, nia } = scene;
  await mute(scene, nia, "word");
  const page = await openPage(db, person.page, nia, { part: "Ben", query: "show=replies" });
  const { html } = page as { html: string };
  expect(html).not.toContain("changed-my-mind");
  expect(html).toContain("One record of a changed mind is hidden");
});

test("people who are muted are not offered while a name is typed", async () => {
  const scene = await setScene();
  const { db, nia, mo } = scene;
  const names = async (person: typeof nia, muteCount: number) => {
    const args = visit(db, "/people.json?begins=a", { person });
    args.context.visit.muteCount = muteCount;
    return ((await (await people(args)).json()) as { names: string[] }).names;
  };
  await mute(scene, nia, "person");
  expect(await names(nia, 1)).toEqual([]);
  expect(await names(mo, 0)).toEqual(["Ada"]);
});

test("a page that is kept for many shows them the same whatever one of them mutes", async () => {
  const scene = await setScene();
  const { db, ben, nia, other, own } = scene;
  const forum = await serveReading(db, { now: () => START + 10 });
  const cookies = { ben: await cookieOf(db, ben), nia: await cookieOf(db, nia) };
  const paths = [
    ...["/", "/topics/open-weights", "/people/Ada", "/people/Ada?show=replies", "/log"],
    ...[`/threads/${own.threadId}`, `/threads/${other.threadId}`],
  ];
  const readAll = async (cookie?: string) =>
    Promise.all(paths.map(async (path) => plain(textOf(await forum.ask(path, cookie)))));
  // The first look marks as read what the page tells of.
  await readAll(cookies.nia);
  await readAll(cookies.ben);
  const [bens, strangers] = [await readAll(cookies.ben), await readAll()];
  await mute(scene, nia, "person");
  for (const html of await readAll(cookies.nia)) {
    expect(html).not.toMatch(/The gannet, of course|Opening words/);
    expect(html).toContain("muted=shown");
  }
  expect((await readAll(cookies.ben)).map((html, place) => html === bens[place])).toEqual(
    paths.map(() => true),
  );
  expect((await readAll()).map((html, place) => html === strangers[place])).toEqual(
    paths.map(() => true),
  );
  for (const html of bens) expect(html).not.toContain("muted=shown");
  // Shown again, the page is everybody's.
  const shown = plain(textOf(await forum.ask(`${paths[6]}?muted=shown`, cookies.nia)));
  expect(shown).toContain("The gannet, of course");
});

test("in the place of a muted post stands that there is one, and its replies stay", async () => {
  const scene = await setScene();
  const { db, nia, other } = scene;
  const forum = await serveReading(db, { now: () => START + 10 });
  const cookie = await cookieOf(db, nia);
  await mute(scene, nia, "word");
  const html = textOf(await forum.ask(`/threads/${other.threadId}?order=new`, cookie));
  expect(html).toContain("Hidden by what you mute: a post of Ada.");
  expect(html).toContain(`?order=new&amp;muted=shown#post-${other.reply}"`);
  expect(html).toContain("Why that one?");
  expect(html).not.toContain(`action="/posts/${other.reply}/vote"`);
  expect(html).toContain(`action="/posts/${other.below}/vote"`);
});
