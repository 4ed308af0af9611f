/** What somebody is asked before a text with a doubtful passage is posted: three ways on, none more than another. */
import { useId } from "react";
import { en } from "../strings/en.ts";
import { type MessageKey, say, sayRich } from "../strings/say.ts";
import { Marked } from "./marked.tsx";
import type { Nudge } from "./nudge.ts";
import { AS_IT_IS } from "./told.ts";

/** The plain reason of a signal; another scorer may have names that the forum has no words for. */
export function reasonOf(name: string): string {
  const key = `substance.reason.${name}`;
  return say(key in en ? (key as MessageKey) : "nudge.reason");
}

/** The question; read out at once where it came with its page. */
export function NudgeNote({ nudge, isNew = false }: { nudge: Nudge; isNew?: boolean }) {
  const { excerpts, rule, count } = nudge;
  const isMotive = rule === "motive";
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: three ways on are a group, though no fields of a form.
    <section className="nudge" role="group" aria-labelledby={id}>
      <div role={isNew ? "alert" : undefined}>
        <h2 id={id}>{say("nudge.title", { count })}</h2>
      </div>
      <Excerpts nudge={nudge} />
      <p>
        {reasonOf(rule)}{" "}
        {sayRich(isMotive ? "nudge.rule.motive" : "nudge.rule", {
          rule: (parts) => (
            <a
              key="rule"
              href={isMotive ? "/rules#motive" : "/rules#argument"}
              target="_blank"
              rel="noopener"
            >
              {parts}
            </a>
          ),
        })}
      </p>
      <div className="equal">
        <a className="button" href={`#${excerpts[0]?.field ?? "body"}`}>
          {say("nudge.edit")}
        </a>
        <button type="submit" className="button" name={AS_IT_IS} value="1">
          {say("nudge.as-it-is")}
        </button>
        <a className="button" href="/about/scorer#why" target="_blank" rel="noopener">
          {say("nudge.why")} <span className="unseen">{say("nudge.new-tab")}</span>
        </a>
      </div>
    </section>
  );
}

/** To somebody who was asked before: the passage, marked, and no other word. */
export function MarkedNote({ nudge }: { nudge: Nudge }) {
  return (
    <div className="hint">
      <p>{say("nudge.title", { count: nudge.count })}</p>
      <Excerpts nudge={nudge} />
    </div>
  );
}

const Excerpts = ({ nudge: { excerpts } }: { nudge: Nudge }) =>
  excerpts.map(({ field, pieces }) => (
    <div key={field}>
      {field !== "body" && <p className="label">{say(`nudge.excerpt.${field}`)}</p>}
      <Marked pieces={pieces} />
    </div>
  ));
