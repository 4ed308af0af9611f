import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { demandTopics } from "../composing/draft.ts";
import { mayModerate } from "../permissions.ts";
import { readTopicNames } from "../posts/read-post.server.ts";
import { goOn, receive, signedIn } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { moveToTopics } from "../threads/move-to-topics.server.ts";
import { ThreadActPage } from "../threads/thread-act-page.tsx";
import { listTopics } from "../topics/list-topics.server.ts";
import { TextField } from "../ui/field.tsx";
import { pageHead } from "../ui/page-head.ts";
import { demandThreadId, readActedOn } from "./thread-act.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context.forum;
  const { id, title, slug } = await readActedOn(args, mayModerate);
  return {
    thread: { id, title, slug },
    topics: (await readTopicNames(db, id)).join(", "),
    names: (await listTopics(db)).map(({ name }) => name).join(", "),
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const person = signedIn(received);
    const threadId = demandThreadId(args.params.thread);
    const topics = demandTopics(form);
    const reason = form.get("reason") ?? "";
    const location = await moveToTopics(db, person, threadId, { topics, reason, now });
    return goOn(received, location, { key: "shields.topics.done" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("shields.topics.title"), isPrivate: true });

export default function ThreadTopics() {
  const { thread, topics, names } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <ThreadActPage
      thread={thread}
      title={say("shields.topics.title")}
      text={say("shields.topics.text")}
      action={`/threads/${thread.id}/topics`}
      button={say("shields.topics.do")}
      act="move"
      handedBack={handedBack}
    >
      <TextField
        name="topics"
        label={say("write.field.topics")}
        hint={say("write.field.topics.hint", { names })}
        handedBack={handedBack}
        value={topics}
        required
      />
    </ThreadActPage>
  );
}
