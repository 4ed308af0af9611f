/** What is asked of whoever writes, at the moment of need. */
import { say } from "../strings/say.ts";

export function Norms({ author, norms }: { author?: string; norms?: string | null }) {
  return (
    <ul className="norms">
      <li>{say("write.norms.strongest")}</li>
      <li>{say("write.norms.argument")}</li>
      {norms && author && <li dir="auto">{say("write.norms.here", { author, norms })}</li>}
    </ul>
  );
}
