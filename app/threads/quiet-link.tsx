/** The way for a thread's author to quiet it, in its head. */
import { say } from "../strings/say.ts";

/** As many bytes of HTML as are left for it in a page that others read too. */
export const QUIET_BYTES = 96;

export const QuietLink = ({ threadId, isQuiet }: { threadId: number; isQuiet: boolean }) => (
  <a className="plain" href={`/threads/${threadId}/quiet`}>
    {say(isQuiet ? "shields.unquiet" : "shields.quiet")}
  </a>
);
