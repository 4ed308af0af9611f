/** What one run of requests found. */

/** Most sentences about what was wrong, and most places that answers led to, that are kept. */
const MOST_SENTENCES = 5;
const MOST_LOCATIONS = 50;

/** Begins to count; `judge` takes each request with its answer and the time (performance.now) from which it waited, `complain` whatever else was wrong. */
export function openTally() {
  const tally = {
    ...{ count: 0, wrongCount: 0, wrong: [], latencies: [], locations: [] },
    /** The last request that was answered, with its answer. */
    last: null,
  };
  const complain = (sentence) => {
    tally.wrongCount += 1;
    if (tally.wrong.length < MOST_SENTENCES) tally.wrong.push(sentence);
  };
  const judge = (request, answer, since) => {
    const { status, bytes, location } = answer;
    tally.count += 1;
    tally.last = { request, answer };
    tally.latencies.push(performance.now() - since);
    if (location && tally.locations.length < MOST_LOCATIONS) tally.locations.push(location);
    const { least, most } = request;
    if (status === request.status && bytes >= least && bytes <= most) return;
    const path = request.text.split(" ", 2)[1];
    complain(
      `${path} answered ${status} with ${bytes} bytes; ${request.status} with ${least} to ${most} would be right.`,
    );
  };
  return { tally, judge, complain };
}

/** The requests in the order wished for: by picks, or one after another; from a place on; again and again, or once. */
export function orderOf({ requests, picks, from = 0, isOnce }) {
  const length = picks?.length ?? requests.length;
  let place = from;
  return () => {
    if (isOnce && place >= length) return null;
    const at = place++ % length;
    return requests[picks ? picks[at] : at];
  };
}
