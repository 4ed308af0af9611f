/** What would make a text stronger; read over as easily as it is taken up. */
import { en } from "../strings/en.ts";
import { type MessageKey, say } from "../strings/say.ts";

export function AdviceNote({ advice }: { advice: string[] | undefined }) {
  const keys = (advice ?? []).map((name) => `substance.advice.${name}`);
  const known = keys.filter((key): key is MessageKey => key in en);
  if (known.length === 0) return null;
  return (
    <div className="hint advice">
      <p>{say("advice.lead")}</p>
      <ul className="norms">
        {known.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
    </div>
  );
}
