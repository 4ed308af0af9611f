/** What somebody mutes shows to them nowhere, and to others as before. */
import { expect, test } from "vitest";
import { loader as people } from "#app/routes/people-json.ts";
import { START } from "../forum.ts";
import { cookieOf, serveReading, textOf } from "../http/reading-forum.ts";
import { visit } from "../routes/visit.ts";
import { type Cause, mute, places, setScene } from "./places.ts";

const causes: Cause[] = ["word", "person", "topic", "thread"];
/** Without what is new at each sight. */
const plain = (html: string) =>
  html
    .replace(/name="key" value="[^"]*"/g, "")
    .replace(/key=[\w-]+|stop\/[\w.-]+|unsubscribe\/[^\s"<]+/g, "")
    .replace(/ +/g, " ");

const GANNET = /gannet(?!s)/i;

test.each(places)(
  "$name: what is muted does not show, save to who asks to see it, and to others",
  async (place) => {
    const { name, read, said = GANNET, hiddenBy = causes, isFinal = false } = place;
    const before = await setScene();
    expect(await read(before, before.nia, false)).toMatch(said);
    const others = await read(before, before.mo, false);
    for (const cause of causes) {
      const scene = await setScene();
      await mute(scene, scene.nia, cause);
      const isHidden = !said.test(await read(scene, scene.nia, false));
      expect(isHidden, `${name}, by ${cause}`).toBe(hiddenBy.includes(cause));
      if (!isFinal) expect(await read(scene, scene.nia, true)).toMatch(said);
      expect(plain(await read(scene, scene.mo, false))).toBe(plain(others));
    }
  },
);

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
