/** On a post that came since the reader's last visit. */
import { say } from "../strings/say.ts";

/** As many bytes of HTML as are left for it in a page that others read too. */
export const NEW_MARK_BYTES = 280;

/** `next` is where the next new post is; null for the last. */
export function NewMark({ next }: { next: string | null }) {
  return (
    <>
      <span className="new">{say("reading.new")}</span>
      {next && (
        <a className="to-next" href={next}>
          {say("reading.new.next")}
        </a>
      )}
    </>
  );
}
