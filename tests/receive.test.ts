import { expect, test } from "vitest";
import { receive } from "#app/receive.server.ts";
import { Away } from "#db/trouble.ts";
import { openForum } from "./forum.ts";
import { visit } from "./routes/visit.ts";

test("a form that meets an outage waits for no page, and whoever runs the forum is told", async () => {
  const { db } = await openForum();
  const args = visit(db, "/sign-in", { form: { name: "Ada" } });
  const reported: unknown[] = [];
  args.context.forum.reportError = (error) => String(reported.push(error));
  const away = new Away("gone");
  const answer = receive(args, () => Promise.reject(away)).catch((thrown: unknown) => thrown);
  // A response that is thrown runs no loader.
  expect(await answer).toMatchObject({ status: 503, body: null });
  expect(await answer).toBeInstanceOf(Response);
  expect(args.context.visit).toMatchObject({ isAway: true, handedBack: null });
  expect(reported).toEqual([away]);
});
