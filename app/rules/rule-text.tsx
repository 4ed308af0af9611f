/** A rule as everybody reads it, with what flags mean it. */
import { say } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";
import { reasonsOf } from "./rule.ts";

interface Told {
  slug: string;
  position: number;
  title: string;
  html: string;
}

/** With its number. */
export const ruleTitle = ({ position, title }: Pick<Told, "position" | "title">): string =>
  say("rules.numbered", { number: position, title });

export function RuleText({ rule }: { rule: Told }) {
  const reasons = reasonsOf(rule.slug);
  return (
    <>
      <Html html={rule.html} />
      {reasons.length > 0 && (
        <p className="hint">
          {say("rules.flags", {
            reasons: reasons.map((reason) => say(`flags.reason.${reason}`)).join(" · "),
          })}
        </p>
      )}
    </>
  );
}

/** What a rule says now, for who went by what it said before. */
export const RuleNow = (rule: Told) => (
  <section className="box" aria-labelledby="now">
    <h2 id="now">{say("rules.now")}</h2>
    <h3>{ruleTitle(rule)}</h3>
    <Html html={rule.html} />
  </section>
);
