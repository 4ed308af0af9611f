import type { Db } from "#db/open.server.ts";
import type { Visit } from "../context.server.ts";
import { findHiddenThreads } from "./find-hidden.server.ts";

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
