/** A page that many ask for at one moment, of a forum in a file, which alone is read as of one. */
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import type { MatchReading } from "#app/http/match-reading.ts";
import { stopRendering } from "#app/markdown/render.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { match, serveReading } from "./reading-forum.ts";

afterAll(stopRendering);

const TOGETHER = 8;

/** Sends requests for a page in one piece, and answers what all of it says. */
function askTogether(port: number, address: string, count: number): Promise<string> {
  const head = `GET ${address} HTTP/1.1\r\nHost: forum.test\r\n`;
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

test("the version of a page is read once while nobody writes, and anew after a reply", async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "steelman-moment-")), "forum.db");
  onTestFinished(() => rmSync(path.dirname(file), { recursive: true }));
  const { db, ada } = await openForum({ file });
  const { threadId } = await beginThread(db, ada);
  const address = `/threads/${threadId}`;
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
  await forum.ask(address);

  expect(readings).toBe(1);
  const answers = await askTogether(forum.port, address, TOGETHER);
  expect(answers.split("HTTP/1.1 200 ")).toHaveLength(TOGETHER + 1);
  await forum.ask(address);
  expect(readings).toBe(1);

  await reply(db, ada, threadId, { body: "Said since." });
  const since = await askTogether(forum.port, address, TOGETHER);
  expect(since.split("Said since.</p>")).toHaveLength(TOGETHER + 1);
  expect(readings).toBe(2);
});
