/** A page that many ask for at one moment. */
import net from "node:net";
import { afterAll, expect, test } from "vitest";
import type { MatchReading } from "#app/http/match-reading.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import { engineOf } from "#db/dialect.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { match, serveReading } from "./reading-forum.ts";

afterAll(stopRendering);

const TOGETHER = 8;

/** Sends requests for a page in one piece, and answers what all of it says. */
function askTogether(port: number, path: string, count: number): Promise<string> {
  const head = `GET ${path} HTTP/1.1\r\nHost: forum.test\r\n`;
  const last = `${head}Connection: close\r\n\r\n`;
  return new Promise((resolve, reject) => {
    let told = "";
    const socket = net.connect(port, "127.0.0.1");
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      told += text;
    });
    socket.on("error", reject);
    socket.on("end", () => resolve(told));
    socket.write(`${head}\r\n`.repeat(count - 1) + last);
  });
}

test("requests for one page at one moment read its version once, those after a reply read it anew", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const path = `/threads/${threadId}`;
  let readings = 0;
  const find: MatchReading = (url) => {
    const found = match(url);
    if (!found) return null;
    const { page } = found;
    const versionOf: typeof page.versionOf = (...asked) => {
      readings += 1;
      return page.versionOf(...asked);
    };
    return { ...found, page: { ...page, versionOf } };
  };
  const forum = await serveReading(db, { find });
  await forum.ask(path);

  readings = 0;
  const answers = await askTogether(forum.port, path, TOGETHER);
  expect(answers.split("HTTP/1.1 200 ")).toHaveLength(TOGETHER + 1);
  expect(readings).toBe(engineOf(db) === "sqlite" ? 1 : TOGETHER);

  await reply(db, ada, threadId, { body: "Said since." });
  const since = await askTogether(forum.port, path, TOGETHER);
  expect(since.split("Said since.</p>")).toHaveLength(TOGETHER + 1);
});
