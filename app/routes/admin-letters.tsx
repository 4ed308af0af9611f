import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationPage } from "../administration/administration-page.tsx";
import { administratorsOnly } from "../administration/administrators-only.server.ts";
import { Backlog } from "../mail/backlog.tsx";
import { letterStates } from "../mail/letter-state.ts";
import { LettersTable } from "../mail/letters-table.tsx";
import { readBacklog, readLetters } from "../mail/read-letters.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  const asked = new URL(request.url).searchParams;
  const state = letterStates.find((one) => one === asked.get("state")) ?? null;
  const typed = asked.get("below") ?? "";
  const below = /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null;
  const now = forum.now();
  const goesOut = Boolean(forum.mail);
  return {
    ...{ state, goesOut },
    ...(await readLetters(forum.db, { state, below, now, goesOut })),
    backlog: await readBacklog(forum.db, now),
  };
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("letters.admin.title"), isPrivate: true });

export default function AdminLetters() {
  const { state, goesOut, letters, next, backlog } = useLoaderData<typeof loader>();
  const query = (id: number) => `?${state ? `state=${state}&` : ""}below=${id}`;
  return (
    <AdministrationPage
      path="/admin/letters"
      title={say("letters.admin.title")}
      lead={say(goesOut ? "letters.admin.lead.out" : "letters.admin.lead.kept")}
    >
      <Backlog backlog={backlog} state={state} />
      {letters.length === 0 ? (
        <p className="gone">{say("letters.admin.none")}</p>
      ) : (
        <LettersTable letters={letters} />
      )}
      {next !== null && (
        <p>
          <a href={query(next)} rel="next">
            {say("letters.admin.older")}
          </a>
        </p>
      )}
    </AdministrationPage>
  );
}
