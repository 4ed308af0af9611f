import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { slowSteps } from "../pace/slow-steps.ts";
import { mayModerate } from "../permissions.ts";
import { goOn, receive, signedIn } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import { slowThread } from "../threads/slow-thread.server.ts";
import { ThreadActPage } from "../threads/thread-act-page.tsx";
import { describe } from "../ui/field.tsx";
import { pageHead } from "../ui/page-head.ts";
import { demandThreadId, readActedOn } from "./thread-act.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { id, title, slug, slow_seconds } = await readActedOn(args, mayModerate);
  return { thread: { id, title, slug }, seconds: slow_seconds };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const person = signedIn(received);
    const threadId = demandThreadId(args.params.thread);
    const chosen = form.get("seconds") ?? "none";
    const seconds = chosen === "none" ? null : Number(chosen);
    const reason = form.get("reason") ?? "";
    const location = await slowThread(db, person, threadId, { seconds, reason, now });
    return goOn(received, location, { key: "shields.slow.done" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("shields.slow.title"), isPrivate: true });

export default function ThreadSlow() {
  const { thread, seconds } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <ThreadActPage
      thread={thread}
      title={say("shields.slow.title")}
      text={say("shields.slow.text")}
      action={`/threads/${thread.id}/slow`}
      button={say("shields.slow.do")}
      act="slow"
      handedBack={handedBack}
    >
      <Steps chosen={handedBack?.values.seconds ?? String(seconds ?? "none")} form={handedBack} />
    </ThreadActPage>
  );
}

function Steps({ chosen, form }: { chosen: string; form: HandedBack | undefined }) {
  const problem = form?.problems.seconds;
  return (
    <div className="field">
      <label htmlFor="seconds">{say("shields.slow.seconds")}</label>
      <select
        id="seconds"
        name="seconds"
        defaultValue={chosen}
        {...describe("seconds", undefined, problem)}
      >
        <option value="none">{say("shields.slow.none")}</option>
        {slowSteps.map((step) => (
          <option key={step} value={step}>
            {say("shields.slow.minutes", { minutes: step / 60 })}
          </option>
        ))}
      </select>
      {problem && (
        <p className="problem" id="seconds-problem">
          {sayIt(problem)}
        </p>
      )}
    </div>
  );
}
