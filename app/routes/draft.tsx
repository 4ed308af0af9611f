import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { discardDraft } from "../composing/discard-draft.server.ts";
import { placeWith } from "../composing/place.ts";
import { readDraft } from "../composing/read-drafts.server.ts";
import { TextKept } from "../composing/text-kept.tsx";
import { spend } from "../limits/spend.server.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

/** A draft's address leads to its form, filled in; where that form is not to be had any more, the text alone is shown. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  if (visit.handedBack) return null;
  const key = params.draft ?? "";
  const { place, draft } = await orErrorPage(() => readDraft(forum.db, signedIn(context), key));
  if (new URL(request.url).searchParams.get("only") === "text") return draft.values;
  throw redirect(placeWith(place, `draft=${encodeURIComponent(key)}`));
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    const isPutBack = form.get("back") === "1";
    await spend(db, "draft.person", person.id, now, forum.limits);
    await discardDraft(db, person, args.params.draft ?? "", { isPutBack, now });
    return goOn(received, "/drafts", {
      key: isPutBack ? "drafts.done.put-back" : "drafts.done.discarded",
    });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("drafts.title"), isPrivate: true });

export default function Draft() {
  const typed = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (typed !== null) return <TextKept handedBack={onlyText(typed)} />;
  return (
    <main id="main">
      <h1>{say("drafts.title")}</h1>
      <HandedBackNote form={handedBack} />
      <p className="row">
        <a className="button" href="/drafts">
          {say("drafts.link")}
        </a>
      </p>
    </main>
  );
}

const onlyText = (values: Record<string, string>): HandedBack => ({
  ...{ status: 200, values, problems: {} },
  refused: { key: "drafts.only-text" },
});
