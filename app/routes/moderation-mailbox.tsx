import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Db } from "#db/open.server.ts";
import { readPerson } from "../accounts/read-person.server.ts";
import { readId } from "../composing/draft.ts";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { KeptWords } from "../desk/kept-words.tsx";
import { ModerationPage } from "../desk/moderation-page.tsx";
import { moderatorOf, moderatorsOnly } from "../desk/moderators-only.server.ts";
import { recordPath } from "../desk/people.ts";
import { AnswerForm } from "../mailbox/answer-form.tsx";
import { answerPerson, letRest } from "../mailbox/answer-person.server.ts";
import { mailboxPath } from "../mailbox/message.ts";
import { Messages } from "../mailbox/messages.tsx";
import { readMailbox } from "../mailbox/read-mailbox.server.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import { type HandedBack, Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

async function findPerson(db: Db, name: string | undefined) {
  const person = await readPerson(db, name ?? "");
  if (!person) throw new Refusal(404, { key: "accounts.person.not-found" });
  return { id: person.id, name: person.name };
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const moderator = await moderatorsOnly(visit, request);
  if (!moderator) return null;
  const { db } = forum;
  const { id, name } = await orErrorPage(() => findPerson(db, params.name));
  const after = new URL(request.url).searchParams.get("after");
  return {
    ...{ name, isOwn: id === moderator.id, waiting: await countWaiting(db) },
    mailbox: await readMailbox(db, id, { side: "moderators", after }),
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const moderator = moderatorOf(received);
    const { id, name } = await findPerson(db, args.params.name);
    const version = readId(form.get("version") ?? "") ?? 0;
    if (form.get("rest") === "1") {
      await letRest(db, moderator, id, version);
      return goOn(received, "/moderation/mailbox", { key: "mailbox.rest.done" });
    }
    await answerPerson(db, moderator, id, { body: form.get("body") ?? "", version, now });
    return goOn(received, mailboxPath(name), { key: "mailbox.answer.done", values: { name } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({
    title: data ? say("mailbox.of", { name: data.name }) : say("mailbox.list.title"),
    isPrivate: true,
  });

export default function ModerationMailbox() {
  const data = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!data) return <KeptWords handedBack={handedBack} />;
  const { name, isOwn, waiting, mailbox } = data;
  return (
    <ModerationPage title={say("mailbox.of", { name })} here="mailbox" waiting={waiting}>
      <p>
        <a href={recordPath(name)}>{say("mailbox.of.record", { name })}</a>
      </p>
      {isOwn ? (
        <p>{say("mailbox.own")}</p>
      ) : (
        <AnswerForm name={name} mailbox={mailbox} handedBack={handedBack} />
      )}
      <Messages {...mailbox} path={mailboxPath(name)} empty={say("mailbox.of.none")} />
    </ModerationPage>
  );
}
