/** What an author alone is told of the votes on their post. */
import type { Thanks } from "../posts/post-marks.ts";
import { say } from "../strings/say.ts";
import type { Received } from "./read-received.server.ts";

interface ReceivedViewProps {
  received: Received | null;
  thanks: Thanks | null;
}

export function ReceivedView({ received, thanks }: ReceivedViewProps) {
  const { sides, reasons } = received ?? { sides: null, reasons: [] };
  if (!sides && reasons.length === 0 && !thanks) return null;
  return (
    <section className="page-section" aria-labelledby="received">
      <h2 id="received">{say("why.author")}</h2>
      {sides && (
        <p>
          {say("why.author.with", {
            with: sides.near.worth,
            withAll: sides.near.of,
            against: sides.far.worth,
            againstAll: sides.far.of,
          })}
        </p>
      )}
      {reasons.length > 0 && (
        <p>
          {reasons
            .map(({ reason, count }) =>
              say("why.author.reason", { reason: say(`votes.reason.${reason}`), count }),
            )
            .join(" · ")}
        </p>
      )}
      {thanks && (
        <p>
          {say("why.author.thanks", {
            names: thanks.names.join(", "),
            more: thanks.count - thanks.names.length,
          })}
        </p>
      )}
      <p className="hint">{say("why.author.only")}</p>
    </section>
  );
}
