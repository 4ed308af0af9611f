import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readId } from "../composing/draft.ts";
import { CaseView } from "../desk/case-view.tsx";
import { readDecision } from "../desk/decision-draft.ts";
import { KeptWords } from "../desk/kept-words.tsx";
import { moderatorOf, moderatorsOnly } from "../desk/moderators-only.server.ts";
import { casePath, queuePath, readPart } from "../desk/queue.ts";
import { findNextCase, readCase, readPlaceOf } from "../desk/read-case.server.ts";
import { decideCase } from "../moderation/decide-case.server.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { listRules } from "../rules/list-rules.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const moderator = await moderatorsOnly(visit, request);
  if (!moderator) return null;
  const query = new URL(request.url).searchParams;
  const part = readPart(query.get("show"));
  const view = await orErrorPage(() =>
    readCase(forum.db, moderator, readId(params.case ?? ""), forum.now()),
  );
  return {
    ...{ view, part, next: await findNextCase(forum.db, part, view.facts) },
    rules: await listRules(forum.db, view.facts.ruleId),
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const moderator = moderatorOf(received);
    const part = readPart(new URL(args.request.url).searchParams.get("show"));
    const place = await readPlaceOf(db, readId(args.params.case ?? ""));
    const goOnFrom = async () => {
      const next = await findNextCase(db, part, place);
      return { next, path: next === null ? queuePath(part) : casePath(next, part) };
    };
    if (form.get("pass") === "1") return goOn(received, (await goOnFrom()).path);
    const decision = readDecision(form);
    const id = await decideCase(db, moderator, place.id, {
      ...{ ...decision, limits: forum.limits, now },
    });
    const { next, path } = await goOnFrom();
    return goOn(received, path, {
      key: next === null ? "moderation.decide.done.last" : "moderation.decide.done",
      values: { author: place.author, change: `/log/${id}` },
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({
    title: data ? say("moderation.line.case", { id: data.view.facts.id }) : say("moderation.title"),
    isPrivate: true,
  });

export default function ModerationCase() {
  const data = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!data) return <KeptWords handedBack={handedBack} />;
  return <CaseView {...data} handedBack={handedBack} />;
}
