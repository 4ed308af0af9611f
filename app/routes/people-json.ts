import type { LoaderFunctionArgs } from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { spend } from "../limits/spend.server.ts";
import { listPeople } from "../references/list-people.server.ts";
import { Refusal } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";

/** The names to offer while somebody types one, and the words around them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { person } = visit;
  if (!person) return Response.json({ refused: say("refused.sign-in") }, { status: 401 });
  try {
    await spend(forum.db, "names.person", person.id, forum.now(), forum.limits);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    visit.retryAfter = error.retryAfter;
    return Response.json({ refused: sayIt(error.said) }, { status: error.status });
  }
  const query = new URL(request.url).searchParams;
  const names = await listPeople(forum.db, {
    begins: query.get("begins") ?? "",
    threadId: readId(query.get("thread") ?? ""),
  });
  return Response.json({
    names,
    label: say("references.people"),
    found: say("references.people.found", { count: names.length }),
  });
}
