/** How soon a page stands, and answers, on a phone with a slow line. */
import { median } from "./figures.js";

const VISITS = 5;
const SLOWER = 4;
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};

/** Seconds to the first contentful paint and until the page answers (its scripts ran and the main thread is free), the median of first visits to a thread of 20, signed out. */
export async function measurePhone({ forum, look, browser, report, size, tell }) {
  if (!browser) return tell("There is no Chromium (CHROMIUM_PATH): the phone is not measured.");
  const seen = [];
  for (let time = 0; time < VISITS; time += 1) {
    seen.push(await visit(browser, `${forum.origin}${look.long[20].path}`));
  }
  report.row("phone", size, {
    paint: median(seen.map(({ paint }) => paint)) / 1000,
    active: median(seen.map(({ active }) => active)) / 1000,
  });
}

async function visit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", LINE);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    // Evaluated by the debugger, which the page's policy does not bind.
    await page.addInitScript(() => {
      globalThis.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries())
          globalThis.longTasks.push(startTime + duration);
      }).observe({ type: "longtask", buffered: true });
    });
    // The stream of what comes meanwhile begins when all else is there, and has no end.
    await Promise.all([page.waitForRequest(/\/live\?/), page.goto(address)]);
    await page.waitForFunction(
      () => performance.getEntriesByName("first-contentful-paint").length > 0,
    );
    return await page.evaluate(() => {
      const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
      const { domContentLoadedEventEnd } = performance.getEntriesByType("navigation")[0];
      return { paint, active: Math.max(paint, domContentLoadedEventEnd, ...globalThis.longTasks) };
    });
  } finally {
    await context.close();
  }
}
