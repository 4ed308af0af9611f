/** Somebody's record in a few short sentences. */
import type { ReactNode } from "react";
import { type MessageKey, say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import { inShort } from "./moderation-page.tsx";
import { recordPath } from "./people.ts";
import type { PersonRecord } from "./read-record.server.ts";

interface RecordProps {
  record: PersonRecord;
  /** Where the way to all about them would lead to itself. */
  isOwnPage?: boolean;
}

export function RecordPairs({ record, isOwnPage = false }: RecordProps) {
  const { name, postCount, acts, rewroteCount, suspendedUntil, slowedUntil } = record;
  const at = (key: MessageKey, time: number) =>
    sayRich(key, { time: () => <Time key="at" at={time} isDay isFixed /> });
  const lines: ReactNode[] = [
    at("moderation.record.joined", record.joinedAt),
    say("moderation.record.posts", { count: postCount, posts: inShort(postCount) }),
    ...acts.map(({ kind, count, undone }) =>
      say("moderation.record.act", {
        ...{ kind, what: say(`moderation.act.${kind}` as MessageKey), count, undone },
      }),
    ),
    acts.length === 0 && say("moderation.record.nothing"),
    rewroteCount > 0 && say("moderation.record.rewrote", { count: rewroteCount }),
    suspendedUntil !== null && at("moderation.record.suspended", suspendedUntil),
    slowedUntil !== null && at("moderation.record.slowed", slowedUntil),
    record.flags.decided > 0 && say("moderation.record.flags", record.flags),
  ];
  return (
    <ul className="record">
      {lines.filter(Boolean).map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are never moved.
        <li key={place}>{line}</li>
      ))}
      {!isOwnPage && (
        <li>
          <a href={recordPath(name)}>{say("moderation.case.record", { name })}</a>
        </li>
      )}
    </ul>
  );
}
