import type { LoaderFunctionArgs } from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { refuseAsking } from "../limits/refuse-asking.server.ts";
import { listPeople } from "../references/list-people.server.ts";
import { say } from "../strings/say.ts";

/** The names to offer while somebody types one, and the words around them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const refused = await refuseAsking(forum, visit, "names.person");
  if (refused) return refused;
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
