import { writeInPassing } from "#db/write.server.ts";
import type { Forum, Visit } from "../context.server.ts";
import { Refusal } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import type { LimitName } from "./limits.ts";
import { spend } from "./spend.server.ts";

/** For what a script asks while somebody types: the answer, as JSON, to a stranger or to somebody with no point of a limit left, else null. Where nothing can be written at this moment nothing is counted. */
export async function refuseAsking(
  forum: Forum,
  visit: Visit,
  name: LimitName,
): Promise<Response | null> {
  const { person } = visit;
  if (!person) return Response.json({ refused: say("refused.sign-in") }, { status: 401 });
  const { db, limits } = forum;
  try {
    await writeInPassing(db, () => spend(db, name, person.id, forum.now(), limits));
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    visit.retryAfter = error.retryAfter;
    return Response.json({ refused: sayIt(error.said) }, { status: error.status });
  }
}
