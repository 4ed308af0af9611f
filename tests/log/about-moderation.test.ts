import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import { actionKinds, actions } from "#app/moderation/actions.ts";
import { DECISIONS } from "#app/ranking/breaker.ts";
import { loader } from "#app/routes/about-moderation.tsx";
import { loader as log } from "#app/routes/log.tsx";
import { say } from "#app/strings/say.ts";
import { openPage } from "../routes/open-page.ts";
import { act, openTalk } from "./scene.ts";

afterAll(stopRendering);

async function pageOf(db: Parameters<typeof openPage>[0], page: Parameters<typeof openPage>[1]) {
  const drawn = await openPage(db, page, null);
  if (drawn instanceof Response) throw drawn;
  return drawn.html;
}

test("the page on moderation names every act of power that there is", async () => {
  const { db } = await openTalk();
  const html = await pageOf(db, loader.page);
  for (const kind of actionKinds) {
    expect(html).toContain(say(`log.kind.${actions[kind].event as "post-removed"}`));
  }
  expect(html).toContain("72 hours");
});

test("while too many of the last decisions were reversed, the log and the page on moderation say so", async () => {
  const { db, postId, threadId } = await openTalk();
  const decide = () => act(db, { kind: "remove", postId, threadId });
  const reverse = async () =>
    act(db, { kind: "restore", postId, threadId, undoesId: await decide() });
  for (let count = 0; count < DECISIONS; count++) await decide();
  for (let count = 0; count < 6; count++) await reverse();
  const sentence = "of the last 40 decisions were reversed. Until";
  for (const page of [loader.page, log.page])
    expect(await pageOf(db, page)).not.toContain(sentence);
  await reverse();
  for (const page of [loader.page, log.page]) expect(await pageOf(db, page)).toContain(sentence);
});
