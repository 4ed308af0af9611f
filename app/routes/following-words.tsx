import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listMuteWords, muteWords, unmuteWord } from "../following/mute-words.server.ts";
import { readMuteWords } from "../following/words.ts";
import { WordList, WordsForm } from "../following/words-view.tsx";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  return { words: visit.person ? await listMuteWords(forum.db, visit.person) : [] };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    const doing = { now, limits: forum.limits };
    const word = form.get("remove");
    if (word === null) {
      const count = await muteWords(db, person, readMuteWords(form), doing);
      return goOn(received, "/following/words", {
        key: "following.words.added",
        values: { count },
      });
    }
    const shown = await unmuteWord(db, person, word, doing);
    return goOn(
      received,
      "/following/words",
      shown === null
        ? { key: "following.words.removed.none" }
        : { key: "following.words.removed", values: { word: shown } },
    );
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("following.words.title"), isPrivate: true });

export default function FollowingWords() {
  const { words } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/following?show=muted">{say("following.back")}</a>
        </p>
        <h1>{say("following.words.title")}</h1>
        <p className="prose">{say("following.words.lead")}</p>
      </header>
      <WordsForm handedBack={handedBack} />
      <section className="page-section" aria-label={say("following.words")}>
        <WordList words={words} />
      </section>
    </main>
  );
}
