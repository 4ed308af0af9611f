import { reads } from "../drawing/reads.server.tsx";
import { readListVersion } from "../events/list-version.server.ts";
import { isMonth, monthInWords } from "../log/month.ts";
import { findLatestMonth, readReport } from "../log/read-report.server.ts";
import { ReportView } from "../log/report-view.tsx";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

/** /log/report is that of the last month in which anything was done. */
export const loader = reads({
  ask: (part): { month: string | null } | null =>
    part === "" || part === "report" ? { month: null } : isMonth(part) ? { month: part } : null,
  addressOf: ({ month }) => `/log/report/${month}`,
  versionOf: readListVersion,
  async read(db, { month }) {
    const latest = await findLatestMonth(db);
    const wished = month ?? latest;
    return { report: wished === null ? null : await readReport(db, wished), latest };
  },
  draw: ({ report, latest }, { origin }) => ({
    head: pageHead({
      title: say("log.report.title", { month: report ? monthInWords(report.month) : "none" }),
      description: say("log.report.description"),
      canonical: `${origin}/log/report${report ? `/${report.month}` : ""}`,
    }),
    pathname: "/log",
    body: report ? <ReportView report={report} latest={latest ?? report.month} /> : <NoReport />,
    facts: null,
  }),
});

const NoReport = () => (
  <main id="main">
    <h1>{say("log.report.title", { month: "none" })}</h1>
    <p className="gone">{say("log.report.never")}</p>
  </main>
);
