import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Db } from "#db/open.server.ts";
import { readId } from "../composing/draft.ts";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { KeptWords } from "../desk/kept-words.tsx";
import { ModerationPage } from "../desk/moderation-page.tsx";
import { moderatorOf, moderatorsOnly } from "../desk/moderators-only.server.ts";
import { recordPath } from "../desk/people.ts";
import { isPersonForm, readUntil } from "../desk/person-act.ts";
import { PersonForm } from "../desk/person-form.tsx";
import { findPersonId } from "../desk/read-person-page.server.ts";
import { readRecord } from "../desk/read-record.server.ts";
import { RecordPairs } from "../desk/record-pairs.tsx";
import { actOnPerson } from "../moderation/act-on-person.server.ts";
import { refuseOffice } from "../moderation/refuse-office.server.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import { type HandedBack, Refusal } from "../refusals.ts";
import { listRules } from "../rules/list-rules.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

async function findPerson(db: Db, params: { name?: string; act?: string }, now: number) {
  const act = params.act ?? "";
  if (!isPersonForm(act)) throw new Refusal(404, { key: "refused.not-found" });
  const record = await readRecord(db, await findPersonId(db, params.name ?? ""), now);
  return { act, record };
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const moderator = await moderatorsOnly(visit, request);
  if (!moderator) return null;
  const { db } = forum;
  const { act, record } = await orErrorPage(async () => {
    const found = await findPerson(db, params, forum.now());
    if (!visit.handedBack) refuseOffice(moderator, found.record);
    return found;
  });
  return { act, record, rules: await listRules(db), waiting: await countWaiting(db) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const moderator = moderatorOf(received);
    const { act, record } = await findPerson(db, args.params, now);
    const id = await actOnPerson(db, moderator, record.id, {
      ...{ kind: act, reason: form.get("reason") ?? "", limits: forum.limits, now },
      ...{ until: readUntil(form, now), ruleId: readId(form.get("rule") ?? "") },
    });
    return goOn(received, recordPath(record.name), {
      key: "moderation.person.done",
      values: { name: record.name, change: `/log/${id}` },
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({
    title: data ? say(`moderation.person.${data.act}`) : say("moderation.title"),
    isPrivate: true,
  });

export default function ModerationPersonAct() {
  const data = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!data) return <KeptWords handedBack={handedBack} />;
  const { act, record, rules, waiting } = data;
  const { name } = record;
  return (
    <ModerationPage
      title={say(`moderation.person.${act}.title`, { name })}
      lead={say(`moderation.person.${act}.lead`, { name })}
      here={null}
      waiting={waiting}
    >
      <RecordPairs record={record} />
      <PersonForm name={name} form={act} rules={rules} handedBack={handedBack} />
    </ModerationPage>
  );
}
