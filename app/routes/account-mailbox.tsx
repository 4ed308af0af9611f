import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MESSAGE_MAX } from "../mailbox/message.ts";
import { Messages } from "../mailbox/messages.tsx";
import { readMailbox } from "../mailbox/read-mailbox.server.ts";
import { writeToModerators } from "../mailbox/write-to-moderators.server.ts";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

const PATH = "/account/mailbox";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  // A form that comes back to nobody shows nothing but itself.
  if (!visit.person) return null;
  const after = new URL(request.url).searchParams.get("after");
  return readMailbox(forum.db, visit.person.id, { side: "person", after });
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    const limits = forum.limits;
    await writeToModerators(db, person, form.get("body") ?? "", { now, limits });
    return goOn(received, PATH, { key: "mailbox.sent" });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("mailbox.title"), isPrivate: true });

export default function AccountMailbox() {
  const mailbox = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/account">{say("frame.account")}</a>
        </p>
        <h1>{say("mailbox.title")}</h1>
        <p className="prose">{say("mailbox.lead")}</p>
      </header>
      <form className="form" method="post" action={PATH}>
        <HandedBackNote form={handedBack} />
        <TextArea
          name="body"
          label={say("mailbox.body")}
          hint={say("mailbox.body.hint", { most: MESSAGE_MAX })}
          rows={6}
          handedBack={handedBack}
        />
        <p>
          <button type="submit" className="button first">
            {say("mailbox.send")}
          </button>
        </p>
      </form>
      {mailbox && (
        <section className="page-section" aria-labelledby="messages">
          <h2 id="messages">{say("mailbox.messages")}</h2>
          {mailbox.waitsSince !== null && <p>{say("mailbox.waits")}</p>}
          <Messages {...mailbox} path={PATH} empty={say("mailbox.none")} />
        </section>
      )}
    </main>
  );
}
