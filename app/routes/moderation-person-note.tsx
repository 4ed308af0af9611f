import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addNote } from "../desk/add-note.server.ts";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { KeptWords } from "../desk/kept-words.tsx";
import { ModerationPage } from "../desk/moderation-page.tsx";
import { moderatorOf, moderatorsOnly } from "../desk/moderators-only.server.ts";
import { recordPath } from "../desk/people.ts";
import { PersonView } from "../desk/person-view.tsx";
import { findPersonId, readPersonPage } from "../desk/read-person-page.server.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import { type HandedBack, Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const moderator = await moderatorsOnly(visit, request);
  if (!moderator) return null;
  const name = params.name ?? "";
  if (!visit.handedBack) throw redirect(recordPath(name));
  const page = await orErrorPage(() => readPersonPage(forum.db, moderator, name, forum.now()));
  return { page, waiting: await countWaiting(forum.db) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const moderator = moderatorOf(received);
    const name = args.params.name ?? "";
    const aboutId = await findPersonId(db, name);
    if (aboutId === null) throw new Refusal(404, { key: "accounts.person.not-found" });
    await addNote(db, moderator, { aboutId, body: form.get("note") ?? "" }, now);
    return goOn(received, recordPath(name), { key: "moderation.note.done" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("moderation.note.add"), isPrivate: true });

export default function ModerationPersonNote() {
  const data = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!data) return <KeptWords handedBack={handedBack} />;
  const title = say("moderation.person.title", { name: data.page.record.name });
  return (
    <ModerationPage title={title} here={null} waiting={data.waiting}>
      <PersonView page={data.page} forms={[]} handedBack={handedBack} />
    </ModerationPage>
  );
}
