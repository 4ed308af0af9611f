/** Pages of other letters than the Latin ones, over HTTP. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

test("every letter of a page arrives as it was written, wherever the page is cut on its way", async () => {
  const ada = await new Visitor(server.origin).signUp("Ada");
  const fields = { title: "開かれた重み", body: "議論を攻め、人を攻めない。", topics: "Licences" };
  const { location } = await ada.fillIn("/threads/new", "/threads/new", fields);
  const written = Array.from({ length: 40 }, (_, index) => "模型".repeat(80 + index) + index);
  const address = `${/^\/threads\/\d+/.exec(location!)![0]}/reply`;
  for (const body of written) {
    expect((await ada.fillIn(address, address, { body })).status).toBe(302);
  }
  const { body } = await ada.get(location!);
  expect(body).not.toMatch(/[\0\ufffd]/);
  expect(written.filter((text) => !body.includes(text))).toEqual([]);
});
