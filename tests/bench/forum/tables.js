/** The tables that README shows, in Markdown. Pure. */
import { asked, judge } from "./asked.js";

/** A number in as many digits as mean something. */
export function digits(number) {
  if (number === null || number === undefined || Number.isNaN(number)) return "–";
  if (Math.abs(number) >= 100) return Math.round(number).toLocaleString("en");
  if (Math.abs(number) >= 10) return number.toFixed(number % 1 === 0 ? 0 : 1);
  if (Number.isInteger(number)) return String(number);
  return number.toFixed(Math.abs(number) < 0.1 ? 3 : 2);
}

const words = { aim: "", reach: " (reached)", misses: " (**misses**)" };

/** What was asked, and what was measured at each size; `results` holds what was measured by row and by size. What meets the aim stands bare. */
export function tableOfAsked(results, sizes) {
  const head = ["", "reach", "aim", ...sizes.map((size) => `${digits(size)} posts`)];
  const rows = asked
    .filter(({ id }) => sizes.some((size) => results[id]?.[size]))
    .map((row) => [
      row.name,
      boundsOf(row, "reach"),
      boundsOf(row, "aim"),
      ...sizes.map((size) => cellOf(row, results[row.id]?.[size])),
    ]);
  return table(head, rows);
}

const boundsOf = (row, which) =>
  row.parts
    .map((part) =>
      part[which] === null ? "–" : `${part.isMore ? "≥" : "≤"} ${digits(part[which])} ${part.unit}`,
    )
    .join("; ");

function cellOf(row, measured) {
  if (!measured) return "";
  return row.parts
    .map((part) => {
      const number = measured[part.key];
      return `${digits(number)}${words[judge(part, number)] ?? ""}`;
    })
    .join("; ");
}

/** Each page that was measured at one size. */
export function tableOfPages(pages, rate) {
  const head = [
    "",
    "bytes",
    "requests per CPU-second",
    "the ceiling's",
    "ratio",
    `p50, p99 at ${rate} a second (ms)`,
  ];
  const rows = pages.map((page) => [
    page.name,
    digits(page.bytes),
    digits(page.perCpu),
    digits(page.ceiling),
    digits(page.ratio),
    `${digits(page.p50)}, ${digits(page.p99)}`,
  ]);
  return table(head, rows);
}

function table(head, rows) {
  const lines = [head, head.map((_, place) => (place === 0 ? "---" : "--:")), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
