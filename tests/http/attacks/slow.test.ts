import { connect, type Socket } from "node:net";
import { setInterval as everySo } from "node:timers/promises";
import { expect, test } from "vitest";
import { Visitor } from "../visitor.ts";
import { addReply, addThread, inOne, openScene, visit } from "./scene.ts";

const scene = openScene();

/** A connection that sends a beginning, then a piece each second, and resolves in how many seconds the forum closes it. */
function hang(beginning: string, piece: string): Promise<number> {
  const { hostname, port } = new URL(scene.origin);
  const socket: Socket = connect(Number(port), hostname);
  const begun = performance.now();
  socket.write(beginning);
  socket.resume();
  const dripping = setInterval(() => socket.write(piece), 1_000);
  return new Promise((resolve) => {
    socket.on("error", () => {});
    socket.once("close", () => {
      clearInterval(dripping);
      resolve((performance.now() - begun) / 1_000);
    });
  });
}

test("AC-086: 500 who send by the letter, and who never reads, are shut out within a minute; others notice nothing", {
  timeout: 90_000,
}, async () => {
  const big = `<p>${"Words. ".repeat(20_000)}</p>`;
  await inOne(scene, async (scene) => {
    for (let count = 0; count < 100; count += 1) {
      await addReply(scene, "Ben", scene.thread.id, scene.thread.post, { html: big });
    }
  });
  const post = `POST /preview HTTP/1.1\r\nHost: x\r\nOrigin: ${scene.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000\r\n\r\n`;
  const many = <Kind>(count: number, begin: () => Kind) => Array.from({ length: count }, begin);
  const hanging = Promise.all([
    ...many(430, () => hang("GET / HTTP/1.1\r\nHost: x\r\na: ", "a")),
    ...many(70, () => hang(post, "a")),
  ]);
  const unread = [1, 2, 3, 4, 5].map(askUnread);
  const waits = await readWhile(hanging);
  expect(waits.length).toBeGreaterThan(150);
  expect(waits.sort((one, other) => one - other)[Math.floor(waits.length * 0.95)]).toBeLessThan(
    200,
  );
  for (const seconds of await hanging) expect(seconds).toBeLessThan(60);
  const cut = () => {
    const lines = scene.server.output().matchAll(/"path":"[^"]*-(reader-\d)\.json".*"cut":true/g);
    return new Set([...lines].map(([, reader]) => reader)).size;
  };
  await expect.poll(cut, { timeout: 30_000, interval: 500 }).toBe(5);
  for (const socket of unread) socket.destroy();
});

/** Ten readers a second, strangers and somebody signed in, until something is over; in how many milliseconds each had their page. */
async function readWhile(going: Promise<unknown>): Promise<number[]> {
  const { id } = await addThread(scene, "Ada", { title: "Something short" });
  const ben = await visit(scene, "Ben");
  const paths = ["/", `/threads/${id}-something-short`, "/topics"];
  const read = async (reader: Visitor, path: string) => {
    const begun = performance.now();
    expect((await reader.get(path)).status).toBe(200);
    return performance.now() - begun;
  };
  let isOver = false;
  void going.then(() => {
    isOver = true;
  });
  const reading: Promise<number>[] = [];
  for await (const _ of everySo(100)) {
    if (isOver) break;
    // Nobody waits for the reader before.
    const turn = reading.length;
    const reader = turn % 2 === 0 ? ben : new Visitor(scene.origin);
    reading.push(read(reader, paths[Math.floor(turn / 2) % 3]!));
  }
  return Promise.all(reading);
}

/** Asks for more than sockets hold, in one go, and reads nothing of it; the log tells readers apart by their path. */
function askUnread(reader: number): Socket {
  const { hostname, port } = new URL(scene.origin);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.pause();
  const ask = `GET /threads/${scene.thread.id}-reader-${reader}.json HTTP/1.1\r\nHost: x\r\n\r\n`;
  socket.write(ask.repeat(4));
  return socket;
}
