/** The front page in the order of following is one reader's own. */
import { afterAll, expect, test } from "vitest";
import { follow } from "#app/following/follow.server.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { cookieOf, serveReading, textOf } from "../http/reading-forum.ts";
import { beginThread } from "./thread.ts";

afterAll(stopRendering);

const FOLLOWING = "/?order=following";

const followTopic = (db: Db, person: Person, id: number) =>
  follow(
    db,
    person,
    { thing: { kind: "topic", id }, level: "worth" },
    { now: START, limits: 1_000_000 },
  );

test("who is signed out is led to sign in, and back", async () => {
  const { db } = await openForum();
  const { ask } = await serveReading(db);
  const { status, headers } = await ask(FOLLOWING);
  expect([status, headers.location]).toEqual([302, "/sign-in?next=%2F%3Forder%3Dfollowing"]);
  expect(textOf(await ask("/"))).toContain(`href="${FOLLOWING}"`);
});

test("each reader finds what they follow, and nobody what another does", async () => {
  const { db, ada, ben, nia, root } = await openForum();
  await beginThread(db, root, { title: "Of weights", topics: ["Open weights"] });
  await beginThread(db, root, { title: "Of licences", topics: ["Licences"] });
  await followTopic(db, ada, 1);
  await followTopic(db, ben, 2);
  const { ask } = await serveReading(db);
  const titlesFor = async (person: Person) => {
    const answer = await ask(FOLLOWING, await cookieOf(db, person));
    expect(answer.headers["cache-control"]).toBe("private, no-store");
    const html = textOf(answer);
    expect(html).toContain('href="/?order=following" aria-current="page"');
    return ["Of weights", "Of licences"].filter((title) => html.includes(title));
  };
  for (let time = 0; time < 2; time += 1) {
    expect(await titlesFor(ada)).toEqual(["Of weights"]);
    expect(await titlesFor(ben)).toEqual(["Of licences"]);
    expect(await titlesFor(nia)).toEqual([]);
  }
  const empty = textOf(await ask(FOLLOWING, await cookieOf(db, nia)));
  expect(empty).toContain("Nothing to show here yet");
  expect(empty).toContain('href="/topics"');
  await followTopic(db, nia, 1);
  expect(await titlesFor(nia)).toEqual(["Of weights"]);
});
