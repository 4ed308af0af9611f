/** Muted words: in a sentence, and to change. */
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { MOST_WORDS, WORD_LETTERS } from "./muted.ts";
import type { TypedWord } from "./words.ts";

/** Words that are named where they are not to change. */
const NAMED = 12;

export function MutedWords({ words }: { words: readonly TypedWord[] }) {
  const named = words.slice(0, NAMED).map(({ shown }) => shown);
  const rest = words.length > NAMED ? ["…"] : [];
  return (
    <section className="box" aria-labelledby="words">
      <h2 id="words">{say("following.words")}</h2>
      <p className="prose">
        {words.length === 0
          ? say("following.words.none")
          : say("following.words.count", {
              count: words.length,
              words: [...named, ...rest].join(", "),
            })}
      </p>
      <p>
        <a href="/following/words">{say("following.words.change")}</a>
      </p>
    </section>
  );
}

export function WordsForm({ handedBack }: { handedBack: HandedBack | undefined }) {
  return (
    <form className="form" method="post" action="/following/words">
      <HandedBackNote form={handedBack} />
      <TextArea
        name="words"
        rows={3}
        label={say("following.words.add")}
        hint={say("following.words.add.hint", { most: MOST_WORDS, letters: WORD_LETTERS })}
        handedBack={handedBack}
      />
      <p>
        <button type="submit" className="button first">
          {say("following.words.save")}
        </button>
      </p>
    </form>
  );
}

export function WordList({ words }: { words: readonly TypedWord[] }) {
  if (words.length === 0) return <p className="gone">{say("following.words.none")}</p>;
  return (
    <ul className="muted-words">
      {words.map(({ word, shown }) => (
        <li key={word}>
          <form className="row" method="post" action="/following/words">
            <bdi>{shown}</bdi>
            <button type="submit" className="plain" name="remove" value={word}>
              {say("following.words.remove")}
              <span className="unseen">{say("following.words.remove.of", { word: shown })}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
