import { LogLine } from "../administration/log-line.tsx";
import { readIdCursor } from "../cursor.ts";
import { reads } from "../drawing/reads.server.tsx";
import { readListVersion } from "../events/list-version.server.ts";
import { type LogEntry, readLog } from "../events/read-log.server.ts";
import { FeedLine } from "../feeds/feed-link.tsx";
import { feedLinks } from "../feeds/feed-links.ts";
import { findHiddenEntries } from "../following/find-hidden.server.ts";
import { HiddenNote } from "../following/hidden-note.tsx";
import { readShowsMuted } from "../following/shows-muted.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export const loader = reads({
  ask: (_, query): Asked => ({
    after: readIdCursor(query.get("after")),
    showsMuted: readShowsMuted(query),
  }),
  addressOf: ({ after }) => `/log?after=${after}`,
  versionOf: readListVersion,
  async read(db, { after }) {
    const { entries, next } = await readLog(db, after === null ? null : String(after));
    const here = after === null ? "/log" : `/log?after=${after}`;
    return { entries, here, older: next && `/log?after=${next}`, isEnd: after !== null };
  },
  draw: (log, { origin, hidden }) => ({
    head: pageHead({
      title: say("log.title"),
      description: say("log.description"),
      canonical: `${origin}/log`,
      alternates: feedLinks("/log", say("log.title")),
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
  showsMuted: boolean;
}

interface LogProps {
  entries: LogEntry[];
  older: string | null;
  isEnd: boolean;
  here: string;
  hidden: ReadonlySet<number>;
}

function Log({ entries, older, isEnd, here, hidden }: LogProps) {
  const shown = entries.filter(({ id }) => !hidden.has(id));
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("log.title")}</h1>
        <p className="prose">{say("log.lead")}</p>
      </header>
      {entries.length === 0 && <Nothing isEnd={isEnd} />}
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
      <FeedLine path="/log" />
    </main>
  );
}

function Nothing({ isEnd }: { isEnd: boolean }) {
  if (isEnd) return <p className="gone">{say("log.end")}</p>;
  return (
    <section className="box" aria-labelledby="nothing">
      <h2 id="nothing">{say("log.empty.title")}</h2>
      <div className="prose">
        <p>{say("log.empty.text")}</p>
      </div>
    </section>
  );
}
