import type { LoaderFunctionArgs } from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { findMutedNames } from "../following/find-hidden.server.ts";
import { refuseAsking } from "../limits/refuse-asking.server.ts";
import { listPeople } from "../references/list-people.server.ts";
import { say } from "../strings/say.ts";

/** The names to offer while somebody types one, and the words around them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const refused = await refuseAsking(forum, visit, "names.person");
  if (refused) return refused;
  const query = new URL(request.url).searchParams;
  const all = await listPeople(forum.db, {
    begins: query.get("begins") ?? "",
    threadId: readId(query.get("thread") ?? ""),
  });
  const muted =
    visit.person && visit.muteCount > 0
      ? await findMutedNames(forum.db, visit.person.id, all)
      : new Set<string>();
  const names = all.filter((name) => !muted.has(name));
  return Response.json({
    names,
    label: say("references.people"),
    found: say("references.people.found", { count: names.length }),
  });
}
