/** What a first visit loads over the wire. */
import { setTimeout } from "node:timers/promises";
import { ask, textOf } from "./ask.js";

/** Bytes of the head of an answer beyond its headers' names and values: the first line, and what stands between. */
const HEAD = 19;
/** After so many milliseconds nothing more comes by itself. */
const STILL = 500;

/** KB (of 1,000 bytes) with heads, and requests, of a first visit to a thread of 20; KB of the HTML of 200 posts. Counted by a browser where there is one, else by what the page names. */
export async function measureVisit({ forum, look, browser, report, size }) {
  const [short, long] = [look.long[20], look.long[200]];
  if (short) {
    const { bytes, requests } = browser
      ? await visit(browser, `${forum.origin}${short.path}`)
      : await readNamed(forum.origin, short.path);
    report.row("visit", size, { bytes: bytes / 1000, requests });
  }
  if (!long) return;
  const { body } = await ask(forum.origin, long.path);
  report.row("html", size, { bytes: body.length / 1000 });
}

async function visit(browser, address) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const seen = { bytes: 0, requests: 0 };
    devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
      seen.bytes += encodedDataLength;
      seen.requests += 1;
    });
    await devtools.send("Network.enable");
    // The stream of what comes meanwhile begins when all else is there, and has no end.
    await Promise.all([page.waitForRequest(/\/live\?/), page.goto(address)]);
    await setTimeout(STILL);
    return seen;
  } finally {
    await context.close();
  }
}

async function readNamed(origin, path) {
  const page = await ask(origin, path);
  const named = [...(await textOf(page)).matchAll(/<(?:link|script|img)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.startsWith("<link") || /rel="(stylesheet|icon|modulepreload)"/.test(tag))
    .flatMap((tag) => /\b(?:src|href)="(\/[^"]+)"/.exec(tag)?.[1] ?? []);
  const answers = await Promise.all([...new Set(named)].map((file) => ask(origin, file)));
  const bytes = [page, ...answers].map(
    ({ body, rawHeaders }) =>
      body.length + HEAD + rawHeaders.join("").length + rawHeaders.length * 2,
  );
  return { bytes: bytes.reduce((sum, one) => sum + one, 0), requests: bytes.length };
}
