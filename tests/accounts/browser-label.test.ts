import { expect, test } from "vitest";
import { browserLabel } from "#app/accounts/browser-label.ts";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0";
const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15";

test.each([
  ["Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"],
  ["Firefox on Android", "Mozilla/5.0 (Android 14; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0"],
  ["Firefox on iPhone", `${phone} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`],
  ["Chrome on Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`],
  ["Chrome on Android", `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`],
  ["Chrome on ChromeOS", `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome} Safari/537.36`],
  ["Edge on macOS", `${mac} ${chrome} Safari/537.36 Edg/141.0.0.0`],
  ["Opera on Windows", `Mozilla/5.0 (Windows NT 10.0) ${chrome} Safari/537.36 OPR/123.0.0.0`],
  [
    "Samsung Internet on Android",
    `Mozilla/5.0 (Linux; Android 10; K) SamsungBrowser/28.0 ${chrome}`,
  ],
  [
    "Safari on macOS",
    `${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`,
  ],
  ["Safari on iPhone", `${phone} (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1`],
  ["Firefox", "Firefox/144.0"],
  [null, "curl/8.5.0"],
  [null, ""],
  [null, null],
  [null, "<script>alert(1)</script>"],
  [null, `${"a".repeat(100_000)} Firefox/144.0`],
])("a browser is told as %s", (label, userAgent) => {
  expect(browserLabel(userAgent)).toBe(label);
});
