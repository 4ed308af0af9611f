import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { personPath } from "../accounts/person-link.tsx";
import { readPerson } from "../accounts/read-person.server.ts";
import { readListVersion } from "../events/list-version.server.ts";
import { answerFeed } from "../feeds/answer-feed.server.ts";
import { feedForm, feedPath } from "../feeds/feed.ts";
import { findNewestByPerson } from "../feeds/find-newest.server.ts";
import { readEntries } from "../feeds/read-entries.server.ts";
import { Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, origin } = args.context.forum;
  const { pathname, searchParams } = new URL(args.request.url);
  const name = args.params.name ?? "";
  return answerFeed(args, {
    path: personPath(name),
    version: () => readListVersion(db),
    async read() {
      const person = await readPerson(db, name);
      if (!person) throw new Refusal(404, { key: "accounts.person.not-found" });
      const path = personPath(person.name);
      if (person.name !== name) {
        throw redirect(feedPath(path, feedForm(pathname), Object.fromEntries(searchParams)), 301);
      }
      return {
        title: person.name,
        description: say("feeds.person.description", { name: person.name }),
        page: path,
        since: person.joinedAt,
        entries: await readEntries(db, await findNewestByPerson(db, person.id), origin),
      };
    },
  });
}
