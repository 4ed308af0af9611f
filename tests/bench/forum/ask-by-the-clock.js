import { Line } from "./line.js";
import { openTally, orderOf } from "./tally.js";

/** More connections are not opened: what is due waits, and its time counts. */
const MOST_CONNECTIONS = 256;
/** What is unanswered so long after the end is given up, in milliseconds. */
const PATIENCE = 30_000;
/** A server may close a connection that was idle for some seconds in the very moment in which it is used again; one that was idle for so long is not, in milliseconds. */
const LONGEST_IDLE = 2_000;
/** A timer may be late by as much, so that the last of a wait is spent awake, in milliseconds. */
const AWAKE = 1.5;

/** Asks so many times a second for so many milliseconds, whatever comes; each latency is counted from when its request was due. Answers the tally with its seconds; where it is wished, each latency is named by the place of its request. */
export function askByTheClock(wish) {
  const { tally, judge, complain } = openTally();
  const next = orderOf(wish);
  const total = Math.floor((wish.rate * wish.milliseconds) / 1000);
  const began = performance.now();
  const dueAt = (place) => began + (place * 1000) / wish.rate;
  const idle = [];
  const waiting = [];
  /** The place of each request in its order, with its latency. */
  const named = [];
  let open = 0;
  let sent = 0;
  let done = 0;
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(patience);
      for (const line of idle) line.close();
      resolve({ ...tally, named, seconds: (performance.now() - began) / 1000 });
    };
    const patience = setTimeout(() => {
      complain(`${total - done} requests were not answered at all.`);
      finish();
    }, wish.milliseconds + PATIENCE);
    const closed = (line) => {
      open -= 1;
      const place = idle.indexOf(line);
      if (place >= 0) idle.splice(place, 1);
    };
    const openLine = () => {
      open += 1;
      return new Line(wish.port, closed);
    };
    const give = (line, { request, due, place }) => {
      const goOn = (free) => {
        done += 1;
        const late = waiting.shift();
        if (late) give(free ?? openLine(), late);
        else if (free) {
          free.idleSince = performance.now();
          idle.push(free);
        }
        if (done === total) finish();
      };
      const answered = (answer) => {
        judge(request, answer, due);
        if (wish.isNamed) named.push([place, tally.latencies.at(-1)]);
        goOn(line.isOpen ? line : null);
      };
      line.ask(request.text, answered, () => {
        complain("A connection was closed before its answer.");
        goOn(null);
      });
    };
    const takeIdle = () => {
      const line = idle.pop();
      if (!line || performance.now() - line.idleSince < LONGEST_IDLE) return line;
      // Those below it were idle for longer still.
      for (const old of [line, ...idle.splice(0)]) old.close();
    };
    const send = (due) => {
      const asked = { request: next(), due, place: sent };
      const line = takeIdle() ?? (open < MOST_CONNECTIONS ? openLine() : null);
      if (line) give(line, asked);
      else waiting.push(asked);
    };
    const tick = () => {
      while (sent < total && dueAt(sent) <= performance.now()) {
        send(dueAt(sent));
        sent += 1;
      }
      if (sent === total) return;
      const wait = dueAt(sent) - performance.now();
      if (wait > AWAKE) setTimeout(tick, wait - AWAKE);
      else setImmediate(tick);
    };
    tick();
  });
}
