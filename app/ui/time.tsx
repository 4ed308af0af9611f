/** A time, absolute in the HTML; the page's script makes it relative. */
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** In seconds. */
const DAY = 86_400;

/** Days in words by their number since 1970: to format one takes longer than to draw the element around it. */
const days = new Map<number, string>();
/** Twenty-seven years. */
const MOST_DAYS = 10_000;

/** "9 Nov 2026" of a time in seconds. */
export function inWords(at: number): string {
  const number = Math.floor(at / DAY);
  const known = days.get(number);
  if (known !== undefined) return known;
  const words = day.format(at * 1000);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(number, words);
  return words;
}

/** "9 Nov 2026, 14:05" of a time in seconds, in UTC. */
export const inWordsToTheMinute = (at: number) => `${inWords(at)}, ${isoOf(at).slice(11, 16)}`;

const isoOf = (at: number) => new Date(at * 1000).toISOString();

interface TimeProps {
  /** Epoch seconds. */
  at: number;
  isDay?: boolean;
  /** It stands in a sentence that takes a date and nothing else. */
  isFixed?: boolean;
}

export function Time({ at, isDay = false, isFixed = false }: TimeProps) {
  return (
    <time dateTime={`${isoOf(at).slice(0, 16)}Z`} data-fixed={isFixed ? "" : undefined}>
      {isDay ? inWords(at) : inWordsToTheMinute(at)}
    </time>
  );
}
