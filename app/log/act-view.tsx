/** An act of power on its own page. */
import type { ReactNode } from "react";
import { say, sayRich } from "../strings/say.ts";
import { inWords, Time } from "../ui/time.tsx";
import type { LogEntry } from "./log-entry.ts";
import { LogLine, LogSentence, officeInWords } from "./log-line.tsx";
import type { Act, ActAppeal } from "./read-act.server.ts";

/** `own` is what its reader may do about it. */
export function ActView({ act, own }: { act: Act; own: ReactNode }) {
  const { entry, course, appeal } = act;
  const { id, rule, reason, untilAt, undoneById, undoesId } = entry;
  const office = officeInWords(entry);
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/log">{say("log.act.all")}</a>
        </p>
        <h1>{say("log.act.title", { id })}</h1>
      </header>
      <section className="page-section act">
        <LogSentence entry={entry} />
        {reason && (
          <p className="quote" dir="auto">
            {reason}
          </p>
        )}
        <p className="meta">
          <Time at={entry.at} />
          {rule && (
            <a href={`/rules#${rule.slug}`}>
              {say("log.rule", { rule: rule.number, title: rule.title })}
            </a>
          )}
          {office && <span>{office}</span>}
          {untilAt !== null && (
            <span>
              {say("log.act.until", { what: untilWhat(entry.kind), date: inWords(untilAt) })}
            </span>
          )}
        </p>
        {entry.kind === "rule-changed" && <RuleWords before={entry.before} after={entry.after} />}
        {undoneById !== null && (
          <p className="box">{linked("log.act.undone", `/log/${undoneById}`)}</p>
        )}
        {undoesId !== null && <p>{linked("log.act.undoes", `/log/${undoesId}`)}</p>}
      </section>
      {appeal && <Appeal appeal={appeal} />}
      {own}
      {course.length > 0 && (
        <section className="page-section" aria-labelledby="course">
          <h2 id="course">{say("log.act.course")}</h2>
          <ol>
            {course.map((each) => (
              <LogLine key={each.id} entry={each} />
            ))}
          </ol>
        </section>
      )}
    </main>
  );
}

/** What ends with its time. */
function untilWhat(kind: LogEntry["kind"]): string {
  if (kind === "rewrite-asked" || kind === "post-removed") return "text";
  return kind === "post-hidden" || kind === "post-held" ? "look" : "itself";
}

/** What a rule said, letter by letter. */
const RuleWords = ({ before, after }: Pick<LogEntry, "before" | "after">) => (
  <>
    {before && (
      <section className="page-section" aria-labelledby="before">
        <h2 id="before">{say("log.act.before")}</h2>
        <p className="marked" dir="auto">
          {before}
        </p>
      </section>
    )}
    {after && (
      <section className="page-section" aria-labelledby="after">
        <h2 id="after">{say("log.act.after")}</h2>
        <p className="marked" dir="auto">
          {after}
        </p>
      </section>
    )}
  </>
);

const linked = (key: "log.act.undone" | "log.act.undoes", path: string) =>
  sayRich(key, {
    undo: (parts) => (
      <a key="undo" href={path}>
        {parts}
      </a>
    ),
  });

function Appeal({ appeal: { madeAt, verdict, reason } }: { appeal: ActAppeal }) {
  return (
    <section className="page-section" aria-labelledby="appeal">
      <h2 id="appeal">{say("log.act.appeal")}</h2>
      <p>{say(`log.act.appeal.${verdict ?? "waits"}`, { date: inWords(madeAt) })}</p>
      {reason && (
        <p className="quote" dir="auto">
          {reason}
        </p>
      )}
    </section>
  );
}
