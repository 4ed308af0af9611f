/** Gathers what was measured, and tells it. */
import { asked, judgeRow } from "./asked.js";
import { longThreads } from "./forums.js";
import { machineLine } from "./machine.js";
import { RATE } from "./measure-page.js";
import { digits, tableOfAsked, tableOfPages } from "./tables.js";

/** Between these two lines stands what README shows. */
const BEGIN = "<!-- bench: begin -->";
const END = "<!-- bench: end -->";

/** What is told of progress goes to standard error. */
export const tell = (line) => process.stderr.write(`${line}\n`);

export class Report {
  results = {};
  pages = {};
  failures = [];

  /** Keeps what was measured for a row at a size. */
  row(id, size, measured) {
    this.results[id] ??= {};
    this.results[id][size] = measured;
    tell(`${digits(size)} posts: ${id} ${JSON.stringify(measured)}`);
  }

  /** Keeps what was measured of a page at a size. */
  page(size, page) {
    this.pages[size] ??= [];
    this.pages[size].push(page);
    tell(
      `${digits(size)} posts: ${page.name}, ${digits(page.perCpu)} per CPU-second, ratio ${digits(page.ratio)}`,
    );
  }

  /** Keeps that something could not be measured. */
  failed(what, error) {
    this.failures.push(`${what}: ${error.message}`);
    tell(this.failures.at(-1));
  }

  asJson(machine, wish) {
    const verdicts = asked.map((row) => ({
      id: row.id,
      name: row.name,
      parts: row.parts,
      measured: this.results[row.id] ?? {},
      verdicts: Object.fromEntries(
        wish.sizes.map((size) => [size, judgeRow(row, this.results[row.id]?.[size])]),
      ),
    }));
    const { sizes, seconds, rounds } = wish;
    const { pages, failures } = this;
    return { machine, sizes, seconds, rounds, rate: RATE, rows: verdicts, pages, failures };
  }

  asMarkdown(machine, { sizes, seconds, rounds }) {
    const lines = [
      BEGIN,
      `Measured on ${machineLine(machine)}, by \`npm run bench -- --posts ${sizes.join(",")}\`: the median of ${rounds} turns of ${seconds} s each, the forum and a \`node:http\` server that answers the same bytes from memory in turns, on SQLite, with \`LIMITS=100\` so that nobody who writes is slowed. ${sizes.map(sizeLine).join(" ")}`,
      "",
      tableOfAsked(this.results, sizes),
      ...this.#asides(sizes),
      ...sizes.flatMap((size) =>
        this.pages[size]
          ? ["", `At ${digits(size)} posts:`, "", tableOfPages(this.pages[size], RATE)]
          : [],
      ),
      ...this.failures.map((failure) => `\nNot measured: ${failure.split("\n")[0]}`),
      END,
    ];
    return lines.join("\n");
  }

  /** What is told beside the rows. */
  #asides(sizes) {
    const largest = sizes.at(-1);
    const { different, long, same, search } = this.results;
    const found = (row) => row?.[largest];
    const lines = [];
    if (found(different)?.cold)
      lines.push(
        `The first time that each of ${digits(found(different).threads)} threads was asked for took ${digits(found(different).cold)} ms of processor.`,
      );
    if (found(long))
      lines.push(
        `The page of the thread of 100,000 costs a reader who is signed in ${digits(found(long).signedIn)} times as much as that of 200, and has ${digits(found(long).letters)} times as much HTML.`,
      );
    if (found(same))
      lines.push(
        `Among the most posts the same thread of 20 costs a reader who is signed in ${digits(found(same).signedIn)} times what it costs among the fewest, the front page ${digits(found(same).front)} times, a topic's page ${digits(found(same).topic)} times.`,
      );
    if (found(search))
      lines.push(`Longest search of each kind, in ms: ${kindsLine(found(search))}.`);
    return lines.length > 0 ? ["", lines.join(" ")] : [];
  }
}

const kindsLine = ({ kinds }) =>
  Object.entries(kinds)
    .map(([kind, { most }]) => `${kind} ${digits(most)}`)
    .join(", ");

const sizeLine = (size) => {
  const long = longThreads(size).map(digits);
  return `The forum of ${digits(size)} posts has threads of ${long.slice(0, -1).join(", ")} and ${long.at(-1)} besides.`;
};
