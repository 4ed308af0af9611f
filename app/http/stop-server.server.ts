/** How the server stops: no answer is cut off, and who asks meanwhile is told. */
import type { Server, ServerResponse } from "node:http";
import { type Socket, Server as SocketServer } from "node:net";

/** How long a connection may be silent once nobody new is heard, in milliseconds. */
const SILENCE = 100;

/** Watches what the server has in flight, and answers how to stop it: what has begun is finished while others are still heard, then no more is. After `longest` milliseconds all that is left is cut. */
export function makeStop(server: Server): (longest: number) => Promise<void> {
  const inFlight = watch(server);
  return async (longest) => {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        server.closeAllConnections();
        resolve();
      }, longest);
    });
    await Promise.race([inFlight.isOver(), tooLong]);
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

/** The answers that have begun; those that wait in line on a connection end with it, and never say so themselves. */
function watch(server: Server) {
  const bySocket = new Map<Socket, Map<ServerResponse, () => void>>();
  const over = new Set<Promise<void>>();
  server.on("request", ({ socket }, response: ServerResponse) => {
    let answers = bySocket.get(socket);
    if (!answers) {
      const begun = new Map<ServerResponse, () => void>();
      bySocket.set(socket, begun);
      socket.once("close", () => {
        bySocket.delete(socket);
        for (const end of begun.values()) end();
      });
      answers = begun;
    }
    const ended = new Promise<void>((resolve) => answers.set(response, resolve));
    over.add(ended);
    void ended.then(() => over.delete(ended));
    response.once("close", () => {
      answers.get(response)?.();
      answers.delete(response);
    });
  });
  return { isOver: () => Promise.all(over) };
}
