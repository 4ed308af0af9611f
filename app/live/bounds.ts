/** How many streams a process holds open. */

/** In all; more would take memory from those who only read. */
export const MOST_STREAMS = 2_000;
/** Where so many are open, who is not signed in is asked to do without. */
export const MOST_OF_VISITORS = 1_500;
/** For one person, or for one network address where nobody is signed in: more windows than anybody looks at. */
export const MOST_OF_ONE = 20;

/** When a stream that was refused may be tried again, in seconds. */
export const TRY_LATER = 60;

interface Open {
  all: number;
  /** Of whoever asks. */
  own: number;
}

/** Whether one more stream may open; the scale multiplies what one may have. */
export function maySubscribe(
  open: Open,
  { isSignedIn, scale }: { isSignedIn: boolean; scale: number },
) {
  const most = isSignedIn ? MOST_STREAMS : MOST_OF_VISITORS;
  return open.all < most && open.own < Math.max(1, Math.floor(MOST_OF_ONE * scale));
}
