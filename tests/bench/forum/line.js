/** One connection that is kept, with one request at a time. */
import { connect } from "node:net";
import { AnswerReader } from "./read-answer.js";

export class Line {
  isOpen = true;
  #answered = null;
  #gone = null;
  #socket;

  /** Connects to a port of this computer; `onClose` is told when the connection is over. */
  constructor(port, onClose = () => {}) {
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const reader = new AnswerReader((answer) => {
      const answered = this.#answered;
      this.#answered = null;
      answered?.(answer);
    });
    this.#socket.on("data", (bytes) => {
      try {
        reader.take(bytes);
      } catch (error) {
        this.#socket.destroy(error);
      }
    });
    this.#socket.on("error", () => {});
    this.#socket.on("close", () => {
      this.isOpen = false;
      onClose(this);
      if (this.#answered) this.#gone();
    });
  }

  /** Sends a request; calls the one with its answer, or the other when the connection was closed before. */
  ask(text, answered, gone) {
    this.#answered = answered;
    this.#gone = gone;
    this.#socket.write(text);
  }

  close() {
    this.#socket.destroy();
  }
}
