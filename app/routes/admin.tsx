import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationPage } from "../administration/administration-page.tsx";
import { administratorsOnly } from "../administration/administrators-only.server.ts";
import { readJoining } from "../administration/read-joining.server.ts";
import { readOverview } from "../administration/read-overview.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  return { counts: await readOverview(forum.db), joining: await readJoining(forum.db) };
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("administration.nav"), isPrivate: true });

export default function Admin() {
  const { counts, joining } = useLoaderData<typeof loader>();
  return (
    <AdministrationPage
      path="/admin"
      title={say("administration.nav")}
      lead={sayRich("administration.lead", {
        log: (parts) => (
          <a key="log" href="/log">
            {parts}
          </a>
        ),
      })}
    >
      <h2>{say("administration.counts")}</h2>
      <dl className="pairs">
        <dt>{say("administration.people")}</dt>
        <dd>
          <a href="/admin/people">{counts.people}</a>
        </dd>
        <dt>{say("administration.threads")}</dt>
        <dd>{counts.threads}</dd>
        <dt>{say("administration.posts")}</dt>
        <dd>{counts.posts}</dd>
        <dt>{say("administration.topics")}</dt>
        <dd>
          <a href="/admin/topics">{counts.topics}</a>
        </dd>
        <dt>{say("administration.who-may-join")}</dt>
        <dd>
          {say(`administration.joining.${joining}`)}{" "}
          <a href="/admin/joining">{say("administration.change")}</a>
        </dd>
      </dl>
    </AdministrationPage>
  );
}
