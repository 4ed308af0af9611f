import { reads } from "../drawing/reads.server.tsx";
import { readListVersion } from "../events/list-version.server.ts";
import { isMonth, monthInWords } from "../log/month.ts";
import { findMonths, readReport } from "../log/read-report.server.ts";
import { ReportView } from "../log/report-view.tsx";
import { Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

/** /log/report is that of the last month in which anything was done. */
export const loader = reads({
  ask: (part): { month: string | null } | null =>
    part === "" || part === "report" ? { month: null } : isMonth(part) ? { month: part } : null,
  addressOf: ({ month }) => `/log/report/${month}`,
  versionOf: readListVersion,
  async read(db, { month }) {
    const span = await findMonths(db);
    if (!span) return null;
    const wished = month ?? span.latest;
    if (wished < span.first || wished > span.latest) throw noMonth(span);
    return { report: await readReport(db, wished), ...span };
  },
  draw: (found, { origin }) => ({
    head: pageHead({
      title: say("log.report.title", { month: found ? monthInWords(found.report.month) : "none" }),
      description: say("log.report.description"),
      canonical: `${origin}/log/report${found ? `/${found.report.month}` : ""}`,
    }),
    pathname: "/log",
    body: found ? <ReportView {...found} /> : <NoReport />,
    facts: null,
  }),
});

const noMonth = ({ first, latest }: { first: string; latest: string }) =>
  new Refusal(404, {
    key: "log.report.no-month",
    values: { first: monthInWords(first), latest: monthInWords(latest) },
  });

const NoReport = () => (
  <main id="main">
    <h1>{say("log.report.title", { month: "none" })}</h1>
    <p className="gone">{say("log.report.never")}</p>
  </main>
);
