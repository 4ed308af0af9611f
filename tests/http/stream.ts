/** The other end of a stream of what is new, as a browser has it. */
import { type IncomingMessage, request } from "node:http";
import { onTestFinished } from "vitest";
import { eventsOf, type Told } from "../live/page.ts";
import type { Visitor } from "./visitor.ts";

export interface Heard {
  status: number;
  headers: IncomingMessage["headers"];
  /** All that came so far. */
  text: () => string;
  /** Waits for the next event of a name. */
  next: (name: string) => Promise<Told>;
  /** Resolves when the forum has ended it. */
  ended: Promise<void>;
  leave: () => void;
}

/** Opens a stream as somebody's browser does; whatever the forum answers. */
export function listen(
  visitor: Visitor,
  path: string,
  headers: Record<string, string> = {},
): Promise<Heard> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const own = { accept: "text/event-stream", "sec-fetch-site": "same-origin", cookie };
  const { hostname, port } = new URL(visitor.origin);
  const sent = Object.entries({ ...own, ...headers }).filter(([, value]) => value !== "");
  const options = { hostname, port, path, agent: false, headers: Object.fromEntries(sent) };
  return new Promise((resolve, reject) => {
    const asking = request(options, (answer) => resolve(hear(answer)));
    asking.on("error", reject);
    asking.end();
    onTestFinished(() => void asking.destroy());
  });
}

function hear(answer: IncomingMessage): Heard {
  let text = "";
  let taken = 0;
  let look = () => {};
  answer.setEncoding("utf8");
  answer.on("data", (part: string) => {
    text += part;
    look();
  });
  answer.on("error", () => {});
  const ended = new Promise<void>((resolve) => answer.once("close", () => resolve()));
  return {
    status: answer.statusCode!,
    headers: answer.headers,
    text: () => text,
    next: (name) =>
      new Promise((resolve) => {
        look = () => {
          const events = eventsOf(text.slice(0, text.lastIndexOf("\n\n") + 2));
          const place = events.findIndex(({ event }, place) => place >= taken && event === name);
          if (place < 0) return;
          taken = place + 1;
          look = () => {};
          resolve(events[place]!);
        };
        look();
      }),
    ended,
    leave: () => void answer.destroy(),
  };
}
