/** A real browser before the built forum. Whatever a page complains of fails the test that opened it. */
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import type { Visitor } from "../http/visitor.ts";

interface Look {
  /** Whether scripts run; everything must work without. */
  scripts?: boolean;
  /** In CSS pixels; 375 is a phone held in one hand. */
  width?: number;
  dark?: boolean;
  /** Whose cookies the browser has, so that it is signed in as they are. */
  visitor?: Visitor;
}

/** Longest wait for anything on a page, in milliseconds: less than a test's, so that the step is named. */
const PATIENCE = 10_000;

/** What each window would have besides its page, for more of the processors than the page takes: what hangs below its address bar, and a process for a page to come. */
const besides = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"];
/** What Playwright switches off, which holds no more where a browser is given a list: it says so nowhere but in its program. */
const byPlaywright = switchedOff(
  readFileSync("node_modules/playwright-core/lib/coreBundle.js", "utf8"),
);

function switchedOff(program: string): string[] {
  const list = /\bdisabledFeatures = \[([^\]]*)\]/.exec(program)?.[1] ?? "";
  const names = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name!);
  if (names.length === 0) throw new Error("Playwright no longer says what it switches off.");
  return names;
}

/** How every browser of the tests is started. */
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  // A page of a test is gone before a program that was optimized for it has paid.
  "--js-flags=--no-maglev --no-turbofan",
  `--disable-features=${[...byPlaywright, ...besides]}`,
];

let browser: Promise<Browser> | undefined;
const problems: string[] = [];
/** Pages on which nothing runs, so that axe would wait for ever. */
const still = new WeakSet<Page>();

/** The browser that all tests of a process share; it ends with the process. */
export function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  browser ??= chromium.launch({ executablePath, args: flags });
  return browser;
}

/** Opens an empty page for addresses of the forum; it closes when its test ends. */
export async function newPage(origin: string, look: Look = {}): Promise<Page> {
  const { scripts = true, width = 1280, dark = false, visitor } = look;
  const context = await (await launch()).newContext({
    baseURL: origin,
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  onTestFinished(async () => {
    await context.close();
    expect(problems.splice(0), "what the browser complained of").toEqual([]);
  });
  context.setDefaultTimeout(PATIENCE);
  if (visitor) {
    const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: origin }));
    await context.addCookies(cookies);
  }
  const page = await context.newPage();
  if (!scripts) still.add(page);
  watch(page, origin);
  return page;
}

/** What the page complained of so far; from here on it counts as expected. */
export const takeProblems = () => problems.splice(0);

function watch(page: Page, origin: string) {
  page.on("console", (message) => {
    // A page that is itself refused or missing is not a fault; a file that it asks for is.
    const { url } = message.location();
    const isOwnStatus = message.text().startsWith("Failed to load resource") && url === page.url();
    if (message.type() === "error" && !isOwnStatus) {
      problems.push(`console: ${message.text()} (${url})`);
    }
  });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) {
      problems.push(`request to another host: ${url}`);
    }
  });
}

const axeSource = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What axe finds wrong for people with screen readers, keyboards or weak sight: one line for each place. Needs scripts; looks for everything unless it is told which rules. */
export async function axe(page: Page, rules?: string[]): Promise<string[]> {
  if (still.has(page)) throw new Error("axe needs a page on which scripts run.");
  // Evaluated by the debugger, which the page's policy does not bind; a script element would be refused.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as typeof import("axe-core") & {
      axe: typeof import("axe-core");
    };
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      ...(runOnly ? { runOnly } : {}),
    });
    return violations.flatMap(({ id, impact, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${impact} ${id}: ${help}: ${target.join(" ")}: ${failureSummary?.replace(/\s+/g, " ")}`,
      ),
    );
  }, rules);
}
