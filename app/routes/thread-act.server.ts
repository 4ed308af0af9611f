/** What the pages of acts on threads ask alike. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Person } from "../permissions.ts";
import { orErrorPage, signInFirst } from "../receive.server.ts";
import { allow, type Reason, Refusal } from "../refusals.ts";
import { findThread } from "../threads/find-thread.server.ts";
import { readThreadId } from "../threads/thread-path.ts";

type Found = Awaited<ReturnType<typeof findThread>>;

/** The thread of an address, for whoever may act on it; a form that comes back is shown to whoever sent it. */
export async function readActedOn(
  { params, request, context }: LoaderFunctionArgs,
  may: (person: Person | null, thread: Found) => Reason,
): Promise<Found> {
  const { forum, visit } = context;
  signInFirst(visit, request);
  return orErrorPage(async () => {
    const thread = await findThread(forum.db, readThreadId(params.thread));
    if (!visit.handedBack) allow(may(visit.person, thread));
    return thread;
  });
}

/** The number of a thread in an address; throws Refusal 404. */
export function demandThreadId(part: string | undefined): number {
  const threadId = readThreadId(part);
  if (threadId === null) throw new Refusal(404, { key: "threads.not-found" });
  return threadId;
}
