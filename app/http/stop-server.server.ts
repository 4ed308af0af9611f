/** How the server stops: no answer is cut off, and who asks meanwhile is told. */
import type { Server } from "node:http";
import { Server as SocketServer } from "node:net";
import type { InFlight } from "./in-flight.ts";

/** How long a connection may be silent once nobody new is heard, in milliseconds. */
const SILENCE = 100;

/** Answers how to stop the server: what has begun is finished while others are still heard, then no more is. After `longest` milliseconds all that is left is cut. */
export function makeStop(server: Server, inFlight: InFlight): (longest: number) => Promise<void> {
  return async (longest) => {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        server.closeAllConnections();
        resolve();
      }, longest);
    });
    await Promise.race([inFlight.areOver(), tooLong]);
    // One whole turn, so that the connections that wait to be taken are taken.
    for (let half = 0; half < 2; half++) await new Promise((resolve) => setImmediate(resolve));
    const closed = new Promise<void>((resolve) => server.once("close", () => resolve()));
    // The HTTP server's own close would cut connections whose request is on its way.
    SocketServer.prototype.close.call(server);
    const sweep = setInterval(() => server.closeIdleConnections(), SILENCE);
    await Promise.race([closed, tooLong]);
    clearInterval(sweep);
    clearTimeout(timer);
  };
}
