import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { KeptPage } from "#app/http/kept-page.server.ts";

const html = `<!DOCTYPE html><p>${"An argument, and another one. ".repeat(200)}</p>`;
const open = () => new KeptPage(html, ["Vary", "Cookie"]);

test("a page is had in whatever encoding is asked for, also from another one", async () => {
  const page = open();
  expect(brotliDecompressSync((await page.take("br")).body).toString()).toBe(html);
  expect(gunzipSync((await page.take("gzip")).body).toString()).toBe(html);
  expect((await page.take("identity")).body.toString()).toBe(html);
});

test("each encoding has its own mark, and a browser's copy is known by any of them", async () => {
  const page = open();
  const marks = await Promise.all(
    (["br", "gzip", "identity"] as const).map(async (encoding) => {
      const { headers } = await page.take(encoding);
      return headers[headers.indexOf("ETag") + 1]!;
    }),
  );
  expect(new Set(marks).size).toBe(3);
  for (const mark of marks) {
    expect(page.isKnown(mark)).toBe(true);
    expect(page.isKnown(`"other", ${mark}`)).toBe(true);
  }
  expect(page.isKnown(undefined)).toBe(false);
  expect(page.isKnown('"other"')).toBe(false);
  expect(page.headersOf("br")).toEqual(["Vary", "Cookie", "ETag", marks[0]]);
});

test("what is kept holds no more memory than it counts", async () => {
  const page = open();
  const { body } = await page.take("br");
  expect(body.buffer.byteLength).toBe(body.length);
  expect(page.bytes).toBeGreaterThanOrEqual(body.length);
  expect(page.find("identity")).toBeUndefined();
});

test("a page that many ask for is compressed more carefully, once, and stays the same page", async () => {
  const words = Array.from({ length: 4_000 }, (_, place) => `word-${(place * 7919) % 1_009}`);
  const page = new KeptPage(words.join(" "), []);
  const first = await page.take("br");
  let changes = 0;
  await new Promise<void>((resolve) => {
    const changed = () => {
      changes += 1;
      resolve();
    };
    for (let sights = 0; sights < 30; sights += 1) page.improve("br", changed);
  });
  const careful = page.find("br")!;
  expect(changes).toBe(1);
  expect(careful.body.length).toBeLessThan(first.body.length);
  expect(brotliDecompressSync(careful.body).toString()).toBe(words.join(" "));
  expect(careful.headers).toContain(String(careful.body.length));
  expect(await page.take("br")).toBe(careful);
});
