/** What the form of a reply says of the talk, before anything is written. */
import { say } from "../strings/say.ts";

interface PaceNoteProps {
  /** Of the post that is answered. */
  author: string;
  /** Who answered it within the hour, where many did. */
  crowd: readonly { id: number; author: string }[] | null;
  hasRounds: boolean;
}

export function PaceNote({ author, crowd, hasRounds }: PaceNoteProps) {
  return (
    <>
      {crowd && (
        <section className="box" aria-labelledby="crowd">
          <h2 id="crowd">{say("shields.crowd", { author })}</h2>
          <p>{say("shields.crowd.text")}</p>
          <ul>
            {crowd.map((answer) => (
              <li key={answer.id}>
                <a href={`/posts/${answer.id}`}>
                  {say("shields.crowd.line", { author: answer.author, id: answer.id })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {hasRounds && (
        <section className="box" aria-labelledby="rounds">
          <h2 id="rounds">{say("shields.rounds")}</h2>
          <p>{say("shields.rounds.text", { author })}</p>
        </section>
      )}
    </>
  );
}
