/** A time, absolute in the HTML; the page's script makes it relative. */
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const minute = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** "9 Nov 2026" of a time in seconds. */
export const inWords = (at: number) => day.format(at * 1000);

/** "9 Nov 2026, 14:05" of a time in seconds, in UTC. */
export const inWordsToTheMinute = (at: number) => minute.format(at * 1000);

interface TimeProps {
  /** Epoch seconds. */
  at: number;
  isDay?: boolean;
  /** It stands in a sentence that takes a date and nothing else. */
  isFixed?: boolean;
}

export function Time({ at, isDay = false, isFixed = false }: TimeProps) {
  const iso = new Date(at * 1000).toISOString();
  return (
    <time dateTime={`${iso.slice(0, 16)}Z`} data-fixed={isFixed ? "" : undefined}>
      {(isDay ? day : minute).format(at * 1000)}
    </time>
  );
}
