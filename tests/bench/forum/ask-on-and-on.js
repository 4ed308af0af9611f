import { Line } from "./line.js";
import { openTally, orderOf } from "./tally.js";

/** More than this, and the run is given up. */
const MOST_WRONG = 100;

/** Asks as fast as answers come over some connections for so many milliseconds, or until requests that go once are used up; answers the tally with its seconds. */
export function askOnAndOn(wish) {
  const { tally, judge, complain } = openTally();
  const next = orderOf(wish);
  const began = performance.now();
  const end = began + wish.milliseconds;
  let busy = wish.connections;
  return new Promise((resolve) => {
    const rest = () => {
      busy -= 1;
      if (busy === 0) resolve({ ...tally, seconds: (performance.now() - began) / 1000 });
    };
    const work = (line) => {
      const sent = performance.now();
      const request = sent < end && tally.wrongCount < MOST_WRONG ? next() : null;
      if (!request) {
        line.close();
        return rest();
      }
      const answered = (answer) => {
        judge(request, answer, sent);
        work(line.isOpen ? line : new Line(wish.port));
      };
      line.ask(request.text, answered, () => {
        complain("A connection was closed before its answer.");
        work(new Line(wish.port));
      });
    };
    for (let count = 0; count < wish.connections; count += 1) work(new Line(wish.port));
  });
}
