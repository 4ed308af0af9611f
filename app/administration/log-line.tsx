/** One act of power in the public log: who, what, why, when. */
import type { ReactNode } from "react";
import { personPath } from "../accounts/person-link.tsx";
import type { LogEntry } from "../events/read-log.server.ts";
import { type MessageKey, say, sayRich } from "../strings/say.ts";
import { threadPath } from "../threads/thread-path.ts";
import { topicPath } from "../topics/topic.ts";
import { Time } from "../ui/time.tsx";
import { isFounding } from "./founding.ts";
import { isJoining } from "./joining.ts";
import { BY_ITSELF } from "./level.ts";
import { isRole } from "./role.ts";

const sentences: Partial<Record<LogEntry["kind"], MessageKey>> = {
  "thread-pinned": "log.thread-pinned",
  "thread-unpinned": "log.thread-unpinned",
  "thread-locked": "log.thread-locked",
  "thread-unlocked": "log.thread-unlocked",
  "role-changed": "log.role-changed",
  "topic-renamed": "log.topic-renamed",
  "topics-merged": "log.topics-merged",
  "joining-changed": "log.joining-changed",
  "level-set": "log.level-set",
  "founding-changed": "log.founding-changed",
  imported: "log.imported",
};

function sentenceOf({ kind, person, about, before, after }: LogEntry): MessageKey {
  if (kind === "role-changed" && person === about) return "log.role-changed.own";
  if (kind === "topic-renamed" && before === after) return "log.topic-reworded";
  if (kind === "level-set" && after === BY_ITSELF) return "log.level-set.itself";
  return sentences[kind] ?? "log.other";
}

/** A value before or after, as people say it. */
function inWords(kind: LogEntry["kind"], value: string | null): string {
  if (kind === "role-changed" && isRole(value)) return say(`log.role.${value}`);
  if (kind === "joining-changed" && isJoining(value)) return say(`log.joining.${value}`);
  if (kind === "founding-changed" && isFounding(value)) return say(`log.founding.${value}`);
  return value ?? "";
}

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
  const { person, about, thread, topic } = entry;
  return (
    <p>
      {sayRich(sentenceOf(entry), {
        person: person ?? say("log.unknown"),
        about: about ?? say("log.unknown"),
        thread: thread?.title ?? "",
        before: inWords(entry.kind, entry.before),
        after: inWords(entry.kind, entry.after),
        kind: entry.kind,
        who: linkTo(person && personPath(person)),
        other: linkTo(about && personPath(about)),
        what: linkTo(thread && threadPath(thread)),
        topic: linkTo(topic && topicPath(topic.slug)),
      })}
    </p>
  );
}

export function LogLine({ entry }: { entry: LogEntry }) {
  return (
    <li className="notice" id={`log-${entry.id}`}>
      <LogSentence entry={entry} />
      {entry.reason && (
        <p className="quote" dir="auto">
          {entry.reason}
        </p>
      )}
      <div className="meta">
        <Time at={entry.at} />
      </div>
    </li>
  );
}
