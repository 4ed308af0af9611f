/** The forms about a changed mind: to say so, and to take it back. */
import type { HandedBack } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { LEAST_WORDS } from "./changed-mind.ts";
import type { MindBar } from "./find-mind-bar.server.ts";
import { mindPath, mindsPath } from "./mind-path.ts";

export function MindForm({
  postId,
  handedBack,
}: {
  postId: number;
  handedBack: HandedBack | undefined;
}) {
  return (
    <section aria-labelledby="say-so">
      <h2 id="say-so">{say("standing.mind.say")}</h2>
      <form className="form" method="post" action={mindsPath(postId)}>
        <HandedBackNote form={handedBack} />
        <TextArea
          name="before"
          label={say("standing.mind.before")}
          hint={say("standing.mind.before.hint")}
          rows={3}
          handedBack={handedBack}
        />
        <TextArea
          name="now"
          label={say("standing.mind.now")}
          hint={say("standing.mind.now.hint", { least: LEAST_WORDS })}
          rows={5}
          handedBack={handedBack}
        />
        <p className="row">
          <button type="submit" className="button first">
            {say("standing.mind.do")}
          </button>
          <a className="plain" href={`/posts/${postId}`}>
            {say("threads.back")}
          </a>
        </p>
      </form>
    </section>
  );
}

/** Why one cannot say so, where one would be refused, with the record that it is for. */
export function MindBarNote({ bar }: { bar: MindBar }) {
  return (
    <p className="box prose">
      {sayIt(bar.said)} <a href={mindPath(bar.record)}>{say("standing.mind.earlier")}</a>
    </p>
  );
}

export function TakeBackForm({ postId, author }: { postId: number; author: string }) {
  return (
    <form method="post" action={mindsPath(postId)}>
      <input type="hidden" name="withdraw" value="1" />
      <p>
        <button type="submit" className="plain">
          {say("standing.mind.take-back")}
          <span className="unseen">{say("standing.mind.take-back.of", { author })}</span>
        </button>
      </p>
    </form>
  );
}
