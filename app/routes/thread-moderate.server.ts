/** What pinning and locking ask and answer alike. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { mayModerate } from "../permissions.ts";
import { goOn, orErrorPage, type Received, signedIn, signInFirst } from "../receive.server.ts";
import { allow, Refusal } from "../refusals.ts";
import type { ModerateDeed } from "../threads/moderate-page.tsx";
import { moderateThread, type ThreadAct } from "../threads/moderate-thread.server.ts";
import { readStanding } from "../threads/read-standing.server.ts";
import { readThreadId } from "../threads/thread-path.ts";

/** The form for the act, or for undoing it where it was done. */
export async function moderateForm(
  { params, request, context }: LoaderFunctionArgs,
  act: ThreadAct,
) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  return orErrorPage(async () => {
    const standing = await readStanding(forum.db, readThreadId(params.thread));
    if (!visit.handedBack) allow(mayModerate(visit.person));
    const isDone = act === "pin" ? standing.isPinned : standing.isLocked;
    const deed: ModerateDeed = isDone ? `un${act}` : act;
    return { thread: standing.thread, deed };
  });
}

/** Does the act, or undoes it. */
export async function receiveModeration(
  received: Received,
  part: string | undefined,
  act: ThreadAct,
) {
  const person = signedIn(received);
  const threadId = readThreadId(part);
  if (threadId === null) throw new Refusal(404, { key: "threads.not-found" });
  const isUndone = received.form.get("undo") === "1";
  const reason = received.form.get("reason") ?? "";
  const location = await moderateThread(received.db, person, threadId, {
    act,
    isUndone,
    reason,
    limits: received.forum.limits,
    now: received.now,
  });
  return goOn(received, location, { key: `threads.${isUndone ? "un" : ""}${act}.done` });
}
