import type { Db } from "#db/open.server.ts";
import type { Visit } from "../context.server.ts";
import { findHiddenThreads } from "./find-hidden.server.ts";
import { findHiddenLines } from "./find-hidden-lines.server.ts";
import { readShowsMuted } from "./shows-muted.ts";

interface Found<Thread> {
  byAddress: Thread[];
  byTitle: Thread[];
}

/** Threads that were found for somebody, without those that they mute. */
export async function withoutMuted<Thread extends { id: number }>(
  db: Db,
  { person, muteCount }: Visit,
  { byAddress, byTitle }: Found<Thread>,
): Promise<Found<Thread>> {
  if (!person || muteCount === 0) return { byAddress, byTitle };
  const ids = [...byAddress, ...byTitle].map(({ id }) => id);
  const hidden = await findHiddenThreads(db, person.id, ids);
  const isShown = ({ id }: Thread) => !hidden.has(id);
  return { byAddress: byAddress.filter(isShown), byTitle: byTitle.filter(isShown) };
}

/** Lines to an author, without those that the author mutes unless the address asks for them; and how many are left out. */
export async function withoutMutedLines<Line extends { id: number }>(
  db: Db,
  { person, muteCount }: Visit,
  { url }: Request,
  lines: Line[],
): Promise<{ lines: Line[]; hidden: number }> {
  const showsMuted = readShowsMuted(new URL(url).searchParams);
  if (!person || muteCount === 0 || showsMuted) return { lines, hidden: 0 };
  const ids = lines.map(({ id }) => id);
  const hidden = await findHiddenLines(db, person.id, ids);
  return { lines: lines.filter(({ id }) => !hidden.has(id)), hidden: hidden.size };
}
