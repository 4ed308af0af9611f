import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listInvitations, makeInvitation } from "../accounts/invitations.server.ts";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { InvitationsTable, type Made, NewInvitation } from "../administration/invitations.tsx";
import { readJoining } from "../administration/read-joining.server.ts";
import { isAdministrator } from "../permissions.ts";
import { receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  const { person } = visit;
  return {
    invitations: person && isAdministrator(person) ? await listInvitations(forum.db, person) : [],
    isNeeded: (await readJoining(forum.db)) === "invitation",
    now: forum.now(),
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, now } = received;
    const administrator = administratorOf(received);
    const { code, expiresAt } = await makeInvitation(db, administrator, {
      now,
      scale: forum.limits,
    });
    // Shown here and nowhere else: only its hash is kept.
    const made: Made = { code, address: `${forum.origin}/sign-up?invitation=${code}`, expiresAt };
    return Response.json(made, { status: 201 });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("administration.invitations.title"), isPrivate: true });

export default function AdminInvitations() {
  const { invitations, isNeeded, now } = useLoaderData<typeof loader>();
  const answer = useActionData<HandedBack | Made>();
  const made = answer && "code" in answer ? answer : undefined;
  const handedBack = answer && "problems" in answer ? answer : undefined;
  return (
    <AdministrationPage
      path="/admin/invitations"
      title={say("administration.invitations.title")}
      lead={say("administration.invitations.lead")}
    >
      {made && <NewInvitation made={made} />}
      {!isNeeded && <p className="gone">{say("administration.invitations.not-needed")}</p>}
      <AdministrationForm
        action="/admin/invitations"
        submit={say("administration.invitations.make")}
        handedBack={handedBack}
      />
      <hr />
      <InvitationsTable invitations={invitations} now={now} />
    </AdministrationPage>
  );
}
