/** What is asked of whoever writes, at the moment of need. */
import { say } from "../strings/say.ts";

interface OfThread {
  /** Who began the thread, and what they ask of replies. */
  author?: string;
  norms?: string | null;
}

export function Norms({ author, norms }: OfThread) {
  return (
    <ul className="norms">
      <li>{say("write.norms.strongest")}</li>
      <li>{say("write.norms.argument")}</li>
      <li>{say("write.norms.source")}</li>
      {norms && author && <li dir="auto">{say("write.norms.here", { author, norms })}</li>}
    </ul>
  );
}

/** The same above the form, for those who may not know it yet. */
export function NormsFirst(thread: OfThread) {
  return (
    <section className="box norms-first" aria-labelledby="norms-first">
      <h2 id="norms-first">{say("write.asked-of-all")}</h2>
      <Norms {...thread} />
    </section>
  );
}

/** The same beside the form, for everybody else. */
export function NormsBeside(thread: OfThread) {
  return (
    <aside className="margin" aria-label={say("write.asked-of-all")}>
      <div>
        <h2>{say("write.asked-of-all")}</h2>
        <Norms {...thread} />
      </div>
    </aside>
  );
}
