/** The monthly report: plots, and beneath them the same as tables. */
import { actions, isActionKind } from "../moderation/actions.ts";
import { say } from "../strings/say.ts";
import { WideTable } from "../ui/wide-table.tsx";
import { Bars } from "./bars.tsx";
import { logPath } from "./filters.ts";
import { monthInWords, monthsAway } from "./month.ts";
import { type Measure, type Month, measures, type Report } from "./report.ts";

interface ReportViewProps {
  report: Report;
  /** Months before the first act and after the last are not led to. */
  first: string;
  latest: string;
}

export function ReportView({ report, first, latest }: ReportViewProps) {
  const { month, months } = report;
  const present = months.at(-1)!;
  const words = monthInWords(month);
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/log">{say("log.act.all")}</a>
        </p>
        <h1>{say("log.report.title", { month: words })}</h1>
        <p className="prose">{summaryOf(present)}</p>
        <p className="meta">
          {month > first && (
            <a rel="prev" href={`/log/report/${monthsAway(month, -1)}`}>
              {monthInWords(monthsAway(month, -1))}
            </a>
          )}
          {month < latest && (
            <a rel="next" href={`/log/report/${monthsAway(month, 1)}`}>
              {monthInWords(monthsAway(month, 1))}
            </a>
          )}
          <a href={logPath({ month })}>{say("log.report.entries")}</a>
        </p>
      </header>
      <section aria-labelledby="over-time">
        <h2 id="over-time">{say("log.report.over-time")}</h2>
        <div className="plots">
          {measures.map((measure) => (
            <Bars
              key={measure}
              title={say(`log.report.${measure}`)}
              months={months.map((each) => ({ name: each.name, value: each[measure] }))}
            />
          ))}
        </div>
        <MonthsTable months={months} first={first} />
        <p className="hint">{say("log.report.how")}</p>
      </section>
      <KindsTable report={report} />
    </main>
  );
}

function summaryOf({ decided, asked, rewritten, reversed, hours }: Month): string {
  if (decided === 0) return say("log.report.nothing");
  const summary = say("log.report.summary", { decided, asked, rewritten, reversed });
  return hours === null ? summary : `${summary} ${say("log.report.took", { hours })}`;
}

const tableOf = (title: string) => say("log.report.table", { title });

const shown = (month: Month, measure: Measure) => month[measure] ?? "–";

function MonthsTable({ months, first }: { months: readonly Month[]; first: string }) {
  return (
    <WideTable label={tableOf(say("log.report.over-time"))}>
      <thead>
        <tr>
          <th scope="col">{say("log.filter.month")}</th>
          {measures.map((measure) => (
            <th key={measure} scope="col" className="num">
              {say(`log.report.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((month) => (
          <tr key={month.name}>
            <th scope="row">
              {month.name < first ? (
                monthInWords(month.name)
              ) : (
                <a href={`/log/report/${month.name}`}>{monthInWords(month.name)}</a>
              )}
            </th>
            {measures.map((measure) => (
              <td key={measure} className="num">
                {shown(month, measure)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function KindsTable({ report: { month, kinds } }: { report: Report }) {
  const rows = kinds
    .flatMap((row) => (isActionKind(row.kind) ? [{ ...row, event: actions[row.kind].event }] : []))
    .sort((one, other) => other.count - one.count);
  if (rows.length === 0) return null;
  const title = say("log.report.by-kind", { month: monthInWords(month) });
  return (
    <section aria-labelledby="by-kind">
      <h2 id="by-kind">{title}</h2>
      <WideTable label={tableOf(title)}>
        <thead>
          <tr>
            <th scope="col">{say("log.filter.kind")}</th>
            <th scope="col">{say("log.filter.office")}</th>
            <th scope="col" className="num">
              {say("log.report.count")}
            </th>
            <th scope="col" className="num">
              {say("log.report.undone")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, event, office, count, undone }) => (
            <tr key={`${kind} ${office}`}>
              <th scope="row">
                <a href={logPath({ kind: event, month })}>
                  {say(`log.kind.${event as "post-removed"}`)}
                </a>
              </th>
              <td>{say(`log.office.short.${office}`)}</td>
              <td className="num">{count}</td>
              <td className="num">{undone}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}
