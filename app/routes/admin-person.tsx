import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Db } from "#db/open.server.ts";
import { draftOf } from "../accounts/draft-of.ts";
import { personPath } from "../accounts/person-link.tsx";
import { readPerson } from "../accounts/read-person.server.ts";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { changeRole } from "../administration/change-role.server.ts";
import { Choices, ReasonField } from "../administration/fields.tsx";
import { levelPath } from "../administration/level.ts";
import { rolePath } from "../administration/people-table.tsx";
import { readRoleDraft, roles } from "../administration/role.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import { type HandedBack, Refusal } from "../refusals.ts";
import { readLevel } from "../standing/set-level.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

async function findPerson(db: Db, name: string | undefined) {
  const person = await readPerson(db, name ?? "");
  if (!person) throw new Refusal(404, { key: "accounts.person.not-found" });
  return person;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  const { id, name, role } = await orErrorPage(() => findPerson(forum.db, params.name));
  return { name, role, standing: await readLevel(forum.db, id) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    const { id, name } = await findPerson(db, args.params.name);
    const { role, reason } = draftOf(readRoleDraft(form));
    await changeRole(db, administrator, id, role, reason, now);
    return goOn(received, rolePath(name), {
      key: "administration.person.done",
      values: { name, role: say(`accounts.role.${role}`) },
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageHead({ title: say("administration.person.title", { name: data.name }), isPrivate: true })
    : [];

export default function AdminPerson() {
  const { name, role, standing } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage
      path="/admin/people"
      title={say("administration.person.title", { name })}
      lead={
        <>
          {say("administration.person.now", { role: say(`accounts.role.${role}`) })}{" "}
          <a href={personPath(name)}>{say("administration.person.page", { name })}</a>
        </>
      }
    >
      <AdministrationForm
        action={rolePath(name)}
        submit={say("administration.person.do")}
        handedBack={handedBack}
      >
        <Choices
          name="role"
          legend={say("accounts.role")}
          chosen={role}
          choices={roles.map((value) => ({
            value,
            label: say(`accounts.role.${value}`),
            text: say(`administration.person.${value}`),
          }))}
          handedBack={handedBack}
        />
        <ReasonField handedBack={handedBack} />
      </AdministrationForm>
      {standing && (
        <section className="page-section" aria-labelledby="level">
          <h2 id="level">{say("administration.level")}</h2>
          <p>
            {say(
              standing.isByHand ? "administration.level.now.by-hand" : "administration.level.now",
              { name, level: standing.level },
            )}{" "}
            <a href={levelPath(name)}>{say("administration.level.change")}</a>
          </p>
        </section>
      )}
    </AdministrationPage>
  );
}
