/** What would make a text stronger; read over as easily as it is taken up. */
import { say } from "../strings/say.ts";

export function AdviceNote({ advice }: { advice: string[] | undefined }) {
  if (!advice || advice.length === 0) return null;
  return (
    <div className="hint advice">
      <p>{say("advice.lead")}</p>
      <ul className="norms">
        {advice.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
