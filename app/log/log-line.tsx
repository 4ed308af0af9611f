/** One act of power in the public log: who, what, why, when. */
import type { ReactNode } from "react";
import { personPath } from "../accounts/person-link.tsx";
import { isFounding } from "../administration/founding.ts";
import { isJoining } from "../administration/joining.ts";
import { BY_ITSELF } from "../administration/level.ts";
import { isRole } from "../administration/role.ts";
import { en } from "../strings/en.ts";
import { type MessageKey, say, sayRich } from "../strings/say.ts";
import { threadPath } from "../threads/thread-path.ts";
import { topicPath } from "../topics/topic.ts";
import { inWords as dateInWords, Time } from "../ui/time.tsx";
import type { LogEntry } from "./log-entry.ts";

function sentenceOf({ kind, person, about, before, after, how, office }: LogEntry): MessageKey {
  if (kind === "rule-changed" && how !== "changed") return ruleSentence(how);
  if (kind === "role-changed" && person === about) return "log.role-changed.own";
  if (kind === "topic-renamed" && before === after) return "log.topic-reworded";
  if (kind === "level-set" && after === BY_ITSELF) return "log.level-set.itself";
  if (kind === "rewrite-cleared" && office === "clock") return "log.rewrite-cleared.itself";
  const key = `log.${kind}`;
  return key in en ? (key as MessageKey) : "log.other";
}

const ruleSentence = (how: string | null): MessageKey =>
  how === "added" || how === "retired" || how === "returned" ? `log.rule-${how}` : "log.other";

/** A value before or after, as people say it. */
function inWords(kind: LogEntry["kind"], value: string | null): string {
  if (kind === "role-changed" && isRole(value)) return say(`log.role.${value}`);
  if (kind === "joining-changed" && isJoining(value)) return say(`log.joining.${value}`);
  if (kind === "founding-changed" && isFounding(value)) return say(`log.founding.${value}`);
  if (kind === "rule-changed") return value?.split("\n", 1)[0] ?? "";
  return value ?? "";
}

/** Who did it: a name, or members' flags, or the clock. */
const whoOf = ({ person, office }: LogEntry): string =>
  person ?? (office === "members" || office === "clock" ? say(`log.who.${office}`) : unknown());

const unknown = () => say("log.unknown");

const linkTo = (path: string | null) => (parts: ReactNode[]) =>
  path ? (
    <a key={path} href={path} dir="auto">
      {parts}
    </a>
  ) : (
    <bdi key="gone">{parts}</bdi>
  );

/** What happened, with links to whom and what it concerned. */
export function LogSentence({ entry }: { entry: LogEntry }) {
  const { person, about, thread, topic, postId, untilAt } = entry;
  return (
    <p>
      {sayRich(sentenceOf(entry), {
        person: whoOf(entry),
        about: about ?? unknown(),
        thread: thread?.title ?? "",
        before: inWords(entry.kind, entry.before),
        after: inWords(entry.kind, entry.after),
        until: untilAt === null ? "" : dateInWords(untilAt),
        kind: entry.kind,
        who: linkTo(person && personPath(person)),
        other: linkTo(about && personPath(about)),
        what: linkTo(thread && threadPath(thread)),
        topic: linkTo(topic && topicPath(topic.slug)),
        post: linkTo(postId === null ? null : `/posts/${postId}`),
      })}
    </p>
  );
}

/** In which office it was done, and that nobody else could decide on what concerned whoever did; empty for what is no act of moderation. */
export function officeInWords({ office, isAlone, person, about }: LogEntry): string {
  if (office === null) return "";
  const words = say(`log.office.${office}`);
  const what = person === about ? "self" : "act";
  return isAlone ? `${words}, ${say("log.alone", { what })}` : words;
}

export function LogLine({ entry }: { entry: LogEntry }) {
  const { id, rule, at, undoneById, undoesId } = entry;
  const office = officeInWords(entry);
  return (
    <li className="notice" id={`log-${id}`}>
      <LogSentence entry={entry} />
      {entry.reason && (
        <p className="quote" dir="auto">
          {entry.reason}
        </p>
      )}
      <div className="meta">
        <a href={`/log/${id}`}>
          <Time at={at} />
          <span className="unseen">{say("log.entry.of", { id })}</span>
        </a>
        {rule && (
          <a href={`/rules#${rule.slug}`}>
            {say("log.rule", { rule: rule.number, title: rule.title })}
          </a>
        )}
        {office && <span>{office}</span>}
        {undoneById !== null && <a href={`/log/${undoneById}`}>{say("log.undone")}</a>}
        {undoesId !== null && <a href={`/log/${undoesId}`}>{say("log.undoes")}</a>}
      </div>
    </li>
  );
}
