import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayModerate } from "../permissions.ts";
import { goOn, receive, signedIn } from "../receive.server.ts";
import { type HandedBack, WrongForm } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { mergeThreads } from "../threads/merge-threads.server.ts";
import { ThreadActPage } from "../threads/thread-act-page.tsx";
import { readThreadId } from "../threads/thread-path.ts";
import { TextField } from "../ui/field.tsx";
import { pageHead } from "../ui/page-head.ts";
import { demandThreadId, readActedOn } from "./thread-act.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { id, title, slug } = await readActedOn(args, mayModerate);
  return { thread: { id, title, slug } };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now, forum } = received;
    const person = signedIn(received);
    const threadId = demandThreadId(args.params.thread);
    const wish = {
      intoId: demandThread(form.get("into") ?? ""),
      parentId: readParent(form.get("parent") ?? ""),
      ...{ reason: form.get("reason") ?? "", limits: forum.limits, now },
    };
    const location = await mergeThreads(db, person, threadId, wish);
    return goOn(received, location, { key: "shields.merge.done" });
  });
}

/** A number, or an address that has it. */
function demandThread(text: string): number {
  const [, part = text.trim()] = /\/threads\/([^/?#\s]+)/.exec(text) ?? [];
  const id = readThreadId(part);
  if (id === null) throw new WrongForm({ into: { key: "shields.merge.into.missing" } });
  return id;
}

function readParent(text: string): number | null {
  const written = text.trim();
  if (written === "") return null;
  const [, id] = /(?:^|\/posts\/|#post-)([1-9]\d{0,14})$/.exec(written) ?? [];
  if (!id) throw new WrongForm({ parent: { key: "threads.parent.unknown" } });
  return Number(id);
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("shields.merge.title"), isPrivate: true });

export default function ThreadMerge() {
  const { thread } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <ThreadActPage
      thread={thread}
      title={say("shields.merge.title")}
      text={say("shields.merge.text")}
      action={`/threads/${thread.id}/merge`}
      button={say("shields.merge.do")}
      act="merge"
      handedBack={handedBack}
    >
      <TextField
        name="into"
        label={say("shields.merge.into")}
        hint={say("shields.merge.into.hint")}
        handedBack={handedBack}
        required
      />
      <TextField
        name="parent"
        label={say("shields.merge.parent")}
        hint={say("shields.merge.parent.hint")}
        handedBack={handedBack}
      />
    </ThreadActPage>
  );
}
