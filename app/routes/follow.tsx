import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findThing } from "../following/find-thing.server.ts";
import { follow } from "../following/follow.server.ts";
import { readFollowWish, readThing } from "../following/level.ts";
import { LevelChoice } from "../following/level-choice.tsx";
import { toldOf } from "../following/told.ts";
import { safeRedirect } from "../http/safe-redirect.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import { type HandedBack, Refusal, WrongForm } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

/** The thing whose level is chosen; null where a form that comes back names none that there is. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const { handedBack, person } = visit;
  const query = new URL(request.url).searchParams;
  const asked = handedBack ? new URLSearchParams(handedBack.values) : query;
  const thing = readThing(asked.get("kind"), asked.get("id"));
  try {
    if (!thing || !person) throw new Refusal(404, { key: "refused.not-found" });
    const found = await findThing(forum.db, person, thing, forum.now());
    const id = found.kind === "search" ? found.name : String(found.id);
    return { thing: { ...found, id } };
  } catch (error) {
    if (handedBack) return { thing: null };
    const said = error instanceof WrongForm ? Object.values(error.problems)[0] : undefined;
    return orErrorPage(async () => {
      throw said ? new Refusal(422, said) : error;
    });
  }
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    const wish = readFollowWish(form);
    const found = await follow(db, person, wish, { now, limits: forum.limits });
    const next = safeRedirect(form.get("next"));
    return goOn(received, next === "/" ? found.path : next, toldOf(found, wish.level));
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("following.choose"), isPrivate: true });

export default function Follow() {
  const { thing } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!thing) {
    return (
      <main id="main">
        <h1>{say("following.choose")}</h1>
        <HandedBackNote form={handedBack} isPress />
        <p className="row">
          <a className="button" href="/following">
            {say("following.back")}
          </a>
        </p>
      </main>
    );
  }
  const { kind, id, name, author = "", level, path, excerpt } = thing;
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/following">{say("following.title")}</a>
        </p>
        <h1>
          <a className="ink" href={path} dir="auto">
            {say("following.choose.title", { kind, name, author })}
          </a>
        </h1>
        {kind === "branch" && (
          <p className="hint" dir="auto">
            {say("following.choose.in", { name })}
          </p>
        )}
        {excerpt && (
          <p className="prose" dir="auto">
            {excerpt}
          </p>
        )}
      </header>
      <LevelChoice {...{ kind, id, name, level, handedBack }} />
    </main>
  );
}
