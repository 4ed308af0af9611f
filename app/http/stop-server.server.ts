/** How the server stops: no answer is cut off, and who asks meanwhile is told. */
import type { Server, ServerResponse } from "node:http";
import { Server as SocketServer } from "node:net";

/** How long a connection may be silent once nobody new is heard, in milliseconds. */
const SILENCE = 100;

/** Watches what the server has in flight, and answers how to stop it: what has begun is finished while others are still heard, then no more is. After `longest` milliseconds all that is left is cut. */
export function makeStop(server: Server): (longest: number) => Promise<void> {
  const inFlight = new Set<ServerResponse>();
  server.on("request", (_, response: ServerResponse) => {
    inFlight.add(response);
    response.once("close", () => inFlight.delete(response));
  });
  return async (longest) => {
    const timer = setTimeout(() => server.closeAllConnections(), longest);
    await Promise.all([...inFlight].map(isOver));
    // One whole turn, so that the connections that wait to be taken are taken.
    for (let half = 0; half < 2; half++) await new Promise((resolve) => setImmediate(resolve));
    const closed = new Promise<void>((resolve) => server.once("close", () => resolve()));
    // The HTTP server's own close would cut connections whose request is on its way.
    SocketServer.prototype.close.call(server);
    const sweep = setInterval(() => server.closeIdleConnections(), SILENCE);
    await closed;
    clearInterval(sweep);
    clearTimeout(timer);
  };
}

const isOver = (response: ServerResponse) =>
  new Promise<void>((resolve) => response.once("close", () => resolve()));
