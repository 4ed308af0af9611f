/** The answers that have begun and not ended. Told of every request, so it only counts. */
import type { EventEmitter } from "node:events";

export class InFlight {
  readonly #connections = new Map<EventEmitter, Connection>();

  /** Counts an answer that begins on a socket; whoever begins it tells of its end. Those that wait in line end with their socket, and never say so themselves. */
  begin(socket: EventEmitter): Connection {
    let connection = this.#connections.get(socket);
    if (!connection) {
      const opened = new Connection();
      this.#connections.set(socket, opened);
      socket.once("close", () => {
        this.#connections.delete(socket);
        opened.close();
      });
      connection = opened;
    }
    connection.begun += 1;
    return connection;
  }

  /** Resolves when all that have begun by now have ended; not with those that begin meanwhile. */
  async areOver(): Promise<void> {
    await Promise.all([...this.#connections.values()].map((connection) => connection.areOver()));
  }
}

/** A connection answers in the order in which it was asked. */
class Connection {
  begun = 0;
  #ended = 0;
  #waiting: { count: number; resolve: () => void }[] = [];

  /** Counts the end of an answer. */
  end() {
    this.#ended += 1;
    if (this.#waiting.length > 0) this.#tell();
  }

  /** Nothing more is answered. */
  close() {
    this.#ended = this.begun;
    this.#tell();
  }

  /** Resolves when all that have begun by now have ended. */
  areOver(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ count: this.begun, resolve });
      this.#tell();
    });
  }

  #tell() {
    for (const { count, resolve } of this.#waiting) if (count <= this.#ended) resolve();
    this.#waiting = this.#waiting.filter(({ count }) => count > this.#ended);
  }
}
