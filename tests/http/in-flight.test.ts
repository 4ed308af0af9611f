import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { InFlight } from "#app/http/in-flight.ts";

/** Whether what is in flight now has ended, asked again and again. */
function watch(inFlight: InFlight) {
  let areOver = false;
  void inFlight.areOver().then(() => {
    areOver = true;
  });
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return areOver;
  };
}

test("nothing in flight is over at once", async () => {
  const inFlight = new InFlight();
  expect(await watch(inFlight)()).toBe(true);
  const connection = inFlight.begin(new EventEmitter());
  connection.end();
  expect(await watch(inFlight)()).toBe(true);
});

test("what has begun is waited for, on every connection, and what begins meanwhile is not", async () => {
  const inFlight = new InFlight();
  const [one, other] = [new EventEmitter(), new EventEmitter()];
  const first = inFlight.begin(one);
  const second = inFlight.begin(other);
  const areOver = watch(inFlight);
  inFlight.begin(one);
  inFlight.begin(new EventEmitter());
  first.end();
  expect(await areOver()).toBe(false);
  second.end();
  expect(await areOver()).toBe(true);
  expect(await watch(inFlight)()).toBe(false);
});

test("answers that wait in line end with their connection", async () => {
  const inFlight = new InFlight();
  const socket = new EventEmitter();
  const first = inFlight.begin(socket);
  inFlight.begin(socket);
  first.end();
  const areOver = watch(inFlight);
  expect(await areOver()).toBe(false);
  socket.emit("close");
  expect(await areOver()).toBe(true);
  // An answer may say so only after its socket.
  first.end();
  expect(await watch(inFlight)()).toBe(true);
});
