import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Db } from "#db/open.server.ts";
import { draftOf } from "../accounts/draft-of.ts";
import { readPerson } from "../accounts/read-person.server.ts";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { Choices, ReasonField } from "../administration/fields.tsx";
import { BY_ITSELF, levelChoices, levelPath, readLevelDraft } from "../administration/level.ts";
import { rolePath } from "../administration/people-table.tsx";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import { type HandedBack, Refusal } from "../refusals.ts";
import { readLevel, setLevel } from "../standing/set-level.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

async function findPerson(db: Db, name: string | undefined) {
  const person = await readPerson(db, name ?? "");
  const standing = person && (await readLevel(db, person.id));
  if (!person || !standing) throw new Refusal(404, { key: "accounts.person.not-found" });
  return { id: person.id, name: person.name, ...standing };
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  return orErrorPage(() => findPerson(forum.db, params.name));
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    const { id, name } = await findPerson(db, args.params.name);
    await setLevel(db, administrator, id, draftOf(readLevelDraft(form)), now);
    return goOn(received, levelPath(name), { key: "administration.level.done" });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageHead({ title: say("administration.level.title", { name: data.name }), isPrivate: true })
    : [];

export default function AdminLevel() {
  const { name, level, isByHand } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  const now = isByHand ? "administration.level.now.by-hand" : "administration.level.now";
  return (
    <AdministrationPage
      path="/admin/people"
      title={say("administration.level.title", { name })}
      lead={
        <>
          {say(now, { name, level })} {say("administration.level.lead", { name })}{" "}
          <a href={rolePath(name)}>{say("administration.level.role", { name })}</a>
        </>
      }
    >
      <AdministrationForm
        action={levelPath(name)}
        submit={say("administration.level.do")}
        handedBack={handedBack}
      >
        <Choices
          name="level"
          legend={say("administration.level")}
          chosen={isByHand ? String(level) : BY_ITSELF}
          choices={levelChoices.map((value) => ({
            value,
            label: say(`administration.level.${value}`),
            text: say(`administration.level.${value}.text`, { name }),
          }))}
          handedBack={handedBack}
        />
        <ReasonField handedBack={handedBack} />
      </AdministrationForm>
    </AdministrationPage>
  );
}
