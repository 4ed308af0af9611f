import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readId } from "../composing/draft.ts";
import { PASSAGE_LETTERS, readFlagDraft } from "../flags/flag-draft.ts";
import { FlagForm } from "../flags/flag-form.tsx";
import { flagPost } from "../flags/flag-post.server.ts";
import { readFlagForm } from "../flags/read-flag-form.server.ts";
import { takeBack } from "../flags/take-back.server.ts";
import { spend } from "../limits/spend.server.ts";
import { isAway } from "../moderation/states.ts";
import { mayFlag } from "../permissions.ts";
import { goOn, orErrorPage, receive, signedIn, signInFirst } from "../receive.server.ts";
import { allow, type HandedBack } from "../refusals.ts";
import { listRules } from "../rules/list-rules.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export const handle = { hydrates: true };

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const passage = new URL(request.url).searchParams.get("passage") ?? "";
  const { shown, own } = await orErrorPage(async () => {
    const ownId = visit.person?.id ?? 0;
    const form = await readFlagForm(forum.db, readId(params.post ?? ""), ownId);
    const post = { ...form.post, isAway: isAway(form.post.state) };
    if (!visit.handedBack && !form.own) allow(mayFlag(visit.person, post));
    return form;
  });
  return {
    ...{ ...shown, own, passage: passage.slice(0, PASSAGE_LETTERS) },
    // Their words are not sent along to a script that has no use for them.
    rules: (await listRules(forum.db)).map(({ slug, position, title }) => ({
      slug,
      position,
      title,
    })),
    isNewcomer: visit.person?.level === 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    const postId = readId(args.params.post ?? "");
    if (form.get("take-back") === "1") {
      await spend(db, "change.person", person.id, now, forum.limits);
      return goOn(received, await takeBack(db, person, postId, now), { key: "flags.done.back" });
    }
    const { limits, scorer } = forum;
    const draft = readFlagDraft(form);
    const { path, weight, done } = await flagPost(db, person, postId, draft, {
      ...{ now, limits, scorer },
    });
    const key = done ? (`flags.done.${done}` as const) : weight > 0 ? "flags.done" : null;
    return goOn(received, path, { key: key ?? "flags.done.newcomer" });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageHead({ title: say("flags.title", { author: data.author }), isPrivate: true }) : [];

export default function PostFlag() {
  const { id, author, title, html, own, rules, passage, isNewcomer } =
    useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("flags.title", { author })}</h1>
        <p className="prose">
          {sayRich("flags.lead", {
            title,
            thread: (parts) => (
              <a key="thread" href={`/posts/${id}`}>
                {parts}
              </a>
            ),
          })}
        </p>
        {own && <p>{say("flags.standing")}</p>}
        {isNewcomer && (
          <p>
            {sayRich("flags.newcomer", {
              standing: (parts) => (
                <a key="standing" href="/standing">
                  {parts}
                </a>
              ),
            })}
          </p>
        )}
      </header>
      <FlagForm
        postId={id}
        html={html}
        rules={rules}
        own={own}
        passage={passage}
        handedBack={handedBack}
      />
    </main>
  );
}
