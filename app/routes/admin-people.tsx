import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationPage } from "../administration/administration-page.tsx";
import { administratorsOnly } from "../administration/administrators-only.server.ts";
import { listPeople } from "../administration/list-people.server.ts";
import { PeopleTable } from "../administration/people-table.tsx";
import { readIdCursor } from "../cursor.ts";
import { say } from "../strings/say.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  const query = new URL(request.url).searchParams;
  const sought = query.get("q") ?? "";
  const after = query.get("after");
  const { people, next } = await listPeople(forum.db, sought, after);
  return { people, sought, next, isEnd: readIdCursor(after) !== null };
}

function pathOf(sought: string, after: string | null): string {
  const query = new URLSearchParams(sought === "" ? {} : { q: sought });
  if (after !== null) query.set("after", after);
  return `/admin/people${query.size > 0 ? "?" : ""}${query}`;
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("administration.people.title"), isPrivate: true });

export default function AdminPeople() {
  const { people, sought, next, isEnd } = useLoaderData<typeof loader>();
  return (
    <AdministrationPage
      path="/admin/people"
      title={say("administration.people.title")}
      lead={say("administration.people.lead")}
    >
      <form className="row seek" action="/admin/people">
        <label className="unseen" htmlFor="q">
          {say("administration.people.search")}
        </label>
        <input
          id="q"
          type="search"
          name="q"
          defaultValue={sought}
          placeholder={say("administration.people.search")}
        />
        <button type="submit" className="button">
          {say("administration.people.find")}
        </button>
        {sought !== "" && <a href="/admin/people">{say("administration.people.all")}</a>}
      </form>
      <hr />
      {people.length > 0 ? (
        <PeopleTable people={people} />
      ) : isEnd ? (
        <EndOfList says={say("administration.people.end")} first={pathOf(sought, null)} />
      ) : (
        <p className="gone">{say("administration.people.none")}</p>
      )}
      {next && (
        <p className="pages">
          <a className="button" rel="next" href={pathOf(sought, next)}>
            {say("administration.people.older")}
          </a>
        </p>
      )}
    </AdministrationPage>
  );
}
