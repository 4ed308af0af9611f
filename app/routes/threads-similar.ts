import type { LoaderFunctionArgs } from "@remix-run/node";
import { withoutMuted } from "../following/without-muted.server.ts";
import { refuseAsking } from "../limits/refuse-asking.server.ts";
import { findSimilar } from "../threads/find-similar.server.ts";
import { inGroups } from "../threads/similar-list.tsx";
import { inWords } from "../ui/time.tsx";

/** Threads that may be about the same as one that is being written, in words, for the script that shows them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const refused = await refuseAsking(forum, visit, "similar.person");
  if (refused) return refused;
  const query = new URL(request.url).searchParams;
  const found = await findSimilar(forum.db, {
    title: query.get("title"),
    url: query.get("url"),
  });
  const groups = inGroups(await withoutMuted(forum.db, visit, found)).map(
    ({ heading, threads }) => ({
      heading,
      threads: threads.map(({ path, title, replies, startedAt }) => ({
        ...{ path, title },
        about: `${inWords(startedAt)}, ${replies}`,
      })),
    }),
  );
  return Response.json({ groups });
}
