/** How long a letter is tried. */
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds between attempts: three days in all, after which a letter is set aside. */
export const PAUSES = [
  ...[MINUTE, 5 * MINUTE, 15 * MINUTE, 39 * MINUTE],
  ...[2 * HOUR, 3 * HOUR, 6 * HOUR],
  ...[12 * HOUR, DAY, DAY],
] as const;

/** Letters that an address may refuse for good; then none goes there until it is confirmed anew. */
export const MOST_BOUNCES = 3;

/** When a letter is tried again after so many attempts; null where it is set aside. */
export function triedAgainAt(attempts: number, now: number): number | null {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? null : now + pause;
}

/** Letters of these kinds hold a link that runs out, and are of no use after it. */
const lasting: Record<string, number> = { reset: HOUR, confirm: DAY };

/** Seconds for which a letter of a kind is worth sending. */
export const lastsFor = (kind: string): number => lasting[kind] ?? 3 * DAY + HOUR;

/** Their text opens something: it is nobody else's, and is not kept. */
export const kindsWithSecrets = ["reset", "confirm", "moved"] as const;

export const isSecret = (kind: string): boolean =>
  (kindsWithSecrets as readonly string[]).includes(kind);

/** What goes out first where many wait: links that run out before what is about one thing, regular letters last. */
export const urgencyOf = (kind: string): number =>
  isSecret(kind) || kind === "password" ? 0 : kind === "digest" ? 2 : 1;
