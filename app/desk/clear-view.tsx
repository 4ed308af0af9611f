/** Clear cases for trusted members: the passage and two choices of equal size. */
import { say } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";
import type { ClearCase } from "./list-clear-cases.server.ts";

export function ClearView({ cases }: { cases: readonly ClearCase[] }) {
  if (cases.length === 0) return <p className="gone">{say("clearing.empty")}</p>;
  return (
    <ol className="cases">
      {cases.map((each) => (
        <Line key={each.id} line={each} />
      ))}
    </ol>
  );
}

function Line({ line }: { line: ClearCase }) {
  const { id, version, postId, title, html, rule } = line;
  return (
    <li className="box">
      <p className="meta">
        <a href={`/posts/${postId}`}>{title}</a>
        {rule && <span>{say("moderation.decide.rule.named", rule)}</span>}
      </p>
      <Html html={html} />
      <form className="equal" method="post" action="/moderation/clear">
        <input type="hidden" name="case" value={id} />
        <input type="hidden" name="version" value={version} />
        <button type="submit" className="button" name="verdict" value="ask">
          {say("clearing.ask")}
        </button>
        <button type="submit" className="button" name="verdict" value="dismiss">
          {say("clearing.dismiss")}
        </button>
      </form>
    </li>
  );
}
