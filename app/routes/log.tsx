import { readIdCursor } from "../cursor.ts";
import { reads } from "../drawing/reads.server.tsx";
import { readListVersion } from "../events/list-version.server.ts";
import { FeedLine } from "../feeds/feed-link.tsx";
import { feedLinks } from "../feeds/feed-links.ts";
import { findHiddenEntries } from "../following/find-hidden.server.ts";
import { HiddenNote } from "../following/hidden-note.tsx";
import { readShowsMuted } from "../following/shows-muted.ts";
import { BreakerNote } from "../log/breaker-note.tsx";
import { FilterForm } from "../log/filter-form.tsx";
import {
  type Filters,
  hasFilters,
  isWrongMonth,
  logPath,
  queryOf,
  readFilters,
} from "../log/filters.ts";
import type { LogEntry } from "../log/log-entry.ts";
import { LogLine } from "../log/log-line.tsx";
import { readChoices } from "../log/read-choices.server.ts";
import { readLog } from "../log/read-log.server.ts";
import { readBreaker } from "../moderation/read-breaker.server.ts";
import { say } from "../strings/say.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { pageHead } from "../ui/page-head.ts";

export const loader = reads({
  ask: (_, query): Asked => ({
    after: readIdCursor(query.get("after")),
    filters: readFilters(query),
    isWrongMonth: isWrongMonth(query),
    showsMuted: readShowsMuted(query),
  }),
  addressOf: ({ filters, after, isWrongMonth }) =>
    isWrongMonth
      ? `${logPath(filters, String(after))}&month=none`
      : logPath(filters, String(after)),
  versionOf: readListVersion,
  async read(db, { after, filters, isWrongMonth }) {
    const cursor = after === null ? null : String(after);
    const { entries, next } = await readLog(db, cursor, filters);
    return {
      ...{ entries, filters, here: logPath(filters, cursor), isEnd: after !== null },
      isWrongMonth,
      older: next && logPath(filters, next),
      ...(await readChoices(db)),
      isTripped: (await readBreaker(db)).isTripped,
    };
  },
  draw: (log, { origin, hidden }) => ({
    head: pageHead({
      title: say("log.title"),
      description: say("log.description"),
      canonical: `${origin}/log`,
      alternates: feedLinks("/log", say("log.title"), queryOf(log.filters)),
      next: log.older,
    }),
    pathname: "/log",
    body: <Log {...log} hidden={hidden} />,
    facts: log.entries.map(({ id }) => id),
  }),
  findHidden: async ({ db, person }, ids, { showsMuted }) =>
    findHiddenEntries(db, person.id, showsMuted ? [] : ids),
});

interface Asked {
  after: number | null;
  filters: Filters;
  isWrongMonth: boolean;
  showsMuted: boolean;
}

interface LogProps {
  entries: LogEntry[];
  filters: Filters;
  rules: { number: number; title: string }[];
  months: string[];
  isTripped: boolean;
  isWrongMonth: boolean;
  older: string | null;
  isEnd: boolean;
  here: string;
  hidden: ReadonlySet<number>;
}

function Log({ entries, filters, rules, months, isTripped, ...log }: LogProps) {
  const { older, here, hidden } = log;
  const shown = entries.filter(({ id }) => !hidden.has(id));
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("log.title")}</h1>
        <p className="prose">{say("log.lead")}</p>
        <p className="meta">
          <a href="/log/report">{say("log.report")}</a>
          <a href="/about/moderation">{say("log.how")}</a>
        </p>
      </header>
      <BreakerNote isTripped={isTripped} />
      {log.isWrongMonth && (
        <p className="box" role="note">
          {say("log.filter.no-month")}
        </p>
      )}
      <FilterForm {...{ filters, rules, months }} />
      {entries.length === 0 && <Nothing {...{ filters, older }} isEnd={log.isEnd} />}
      {entries.length > 0 && (
        <ol>
          {shown.map((entry) => (
            <LogLine key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <HiddenNote count={entries.length - shown.length} what="entries" here={here} />
      {older && (
        <p className="pages">
          <a className="button" rel="next" href={older}>
            {say("log.older")}
          </a>
        </p>
      )}
      <FeedLine path="/log" query={queryOf(filters)} />
    </main>
  );
}

function Nothing({ filters, older, isEnd }: Pick<LogProps, "filters" | "older" | "isEnd">) {
  if (older) return <p className="gone">{say("log.filter.few")}</p>;
  if (isEnd) return <EndOfList says={say("log.end")} first={logPath(filters)} />;
  if (hasFilters(filters)) return <p className="gone">{say("log.filter.none")}</p>;
  return (
    <section className="box" aria-labelledby="nothing">
      <h2 id="nothing">{say("log.empty.title")}</h2>
      <div className="prose">
        <p>{say("log.empty.text")}</p>
      </div>
    </section>
  );
}
