import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Db } from "#db/open.server.ts";
import { personPath } from "../accounts/person-link.tsx";
import { readPerson } from "../accounts/read-person.server.ts";
import { blockPerson } from "../blocks/block-person.server.ts";
import { findBlockable } from "../blocks/find-blockable.server.ts";
import { mayBlock } from "../permissions.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import { allow, type HandedBack, Refusal } from "../refusals.ts";
import { say, sayRich } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

async function named(db: Db, name: string | undefined) {
  const found = await readPerson(db, name ?? "");
  if (!found) throw new Refusal(404, { key: "accounts.person.not-found" });
  return found;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  return orErrorPage(async () => {
    const found = await named(forum.db, params.name);
    if (!visit.person) throw new Refusal(401, { key: "refused.sign-in" });
    if (!visit.handedBack) {
      allow(mayBlock(visit.person, found));
      if (found.name !== params.name) throw redirect(`${personPath(found.name)}/block`, 301);
    }
    const { name, isBlocked } = await findBlockable(forum.db, visit.person, found.id);
    return { name, isBlocked };
  });
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    const other = await named(db, args.params.name);
    const isBlocked = form.get("undo") !== "1";
    await blockPerson(db, person, other.id, { isBlocked, now, limits: forum.limits });
    return goOn(received, isBlocked ? "/following?show=muted" : personPath(other.name), {
      key: isBlocked ? "shields.block.done" : "shields.unblock.done",
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageHead({ title: say("shields.block.title", { name: data.name }), isPrivate: true }) : [];

export default function PersonBlock() {
  const { name, isBlocked } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  const deed = isBlocked ? "unblock" : "block";
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say(`shields.${deed}.title`, { name })}</h1>
        <p className="prose">{say(`shields.${deed}.text`, { name })}</p>
        {!isBlocked && (
          <p className="prose">
            {sayRich("shields.block.also", {
              name,
              profile: (parts) => (
                <a key="profile" href={personPath(name)}>
                  {parts}
                </a>
              ),
            })}
          </p>
        )}
      </header>
      <form className="form" method="post" action={`${personPath(name)}/block`}>
        <HandedBackNote form={handedBack} isPress />
        {isBlocked && <input type="hidden" name="undo" value="1" />}
        <p className="row">
          <button type="submit" className="button first">
            {say(`shields.${deed}.do`)}
          </button>
          <a className="plain" href={personPath(name)}>
            {say("shields.block.back", { name })}
          </a>
        </p>
      </form>
    </main>
  );
}
