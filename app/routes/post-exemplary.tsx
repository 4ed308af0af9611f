import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readId } from "../composing/draft.ts";
import { spend } from "../limits/spend.server.ts";
import { maySendExemplary } from "../permissions.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import { allow, type HandedBack } from "../refusals.ts";
import { LINE_LETTERS, readLine } from "../standing/exemplary.ts";
import { findHonoured } from "../standing/find-honoured.server.ts";
import { findLineBar } from "../standing/find-line-bar.server.ts";
import { LineBarNote } from "../standing/lines-view.tsx";
import { sendExemplary } from "../standing/send-exemplary.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const { id, author, title } = await orErrorPage(async () => {
    const post = await findHonoured(forum.db, readId(params.post ?? ""));
    if (!visit.handedBack) allow(maySendExemplary(visit.person, post));
    return post;
  });
  const when = { now: forum.now(), limits: forum.limits };
  const bar = visit.handedBack ? null : await findLineBar(forum.db, signedIn(context).id, id, when);
  return { id, author, title, bar: bar && { said: bar.refusal.said, line: bar.line } };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    const line = readLine(form);
    await spend(db, "honour.person", person.id, now, forum.limits);
    const { id, author } = await findHonoured(db, readId(args.params.post ?? ""));
    const location = await sendExemplary(db, person, id, line, { now, limits: forum.limits });
    return goOn(received, location, { key: "standing.line.done", values: { author } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageHead({ title: say("standing.line.title", { author: data.author }), isPrivate: true })
    : [];

export default function PostExemplary() {
  const { id, author, title, bar } = useLoaderData<typeof loader>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("standing.line.title", { author })}</h1>
        <p className="prose">
          {sayRich("standing.line.lead", {
            ...{ author, title },
            thread: (parts) => (
              <a key="thread" href={`/posts/${id}`}>
                {parts}
              </a>
            ),
          })}
        </p>
      </header>
      {bar ? <LineBarNote {...bar} /> : <LineForm id={id} author={author} />}
    </main>
  );
}

function LineForm({ id, author }: { id: number; author: string }) {
  const handedBack = useActionData<HandedBack>();
  return (
    <form className="form" method="post" action={`/posts/${id}/exemplary`}>
      <HandedBackNote form={handedBack} />
      <TextField
        name="line"
        label={say("standing.line.field")}
        hint={say("standing.line.hint", { most: LINE_LETTERS, author })}
        autoComplete="off"
        required
        handedBack={handedBack}
      />
      <p className="row">
        <button type="submit" className="button first">
          {say("standing.line.do")}
        </button>
        <a className="plain" href={`/posts/${id}`}>
          {say("threads.back")}
        </a>
      </p>
    </form>
  );
}
