import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationPage } from "../administration/administration-page.tsx";
import { administratorsOnly } from "../administration/administrators-only.server.ts";
import { listPeople } from "../administration/list-people.server.ts";
import { PeopleTable } from "../administration/people-table.tsx";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  const query = new URL(request.url).searchParams;
  const sought = query.get("q") ?? "";
  const after = query.get("after");
  const { people, next } = await listPeople(forum.db, sought, after);
  const further = new URLSearchParams(sought === "" ? {} : { q: sought });
  if (next) further.set("after", next);
  return { people, sought, older: next && `/admin/people?${further}`, isEnd: after !== null };
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("administration.people.title"), isPrivate: true });

export default function AdminPeople() {
  const { people, sought, older, isEnd } = useLoaderData<typeof loader>();
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
      {people.length === 0 ? (
        <p className="gone">
          {say(isEnd ? "administration.people.end" : "administration.people.none")}
        </p>
      ) : (
        <PeopleTable people={people} />
      )}
      {older && (
        <p className="pages">
          <a className="button" rel="next" href={older}>
            {say("administration.people.older")}
          </a>
        </p>
      )}
    </AdministrationPage>
  );
}
