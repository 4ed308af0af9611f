/** A Chromium to measure with, where there is one. */
import { existsSync } from "node:fs";
import path from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** The browser at CHROMIUM_PATH or on the PATH, started; null where there is none. */
export async function openBrowser() {
  const executablePath = process.env.CHROMIUM_PATH || findOnPath();
  if (!executablePath) return null;
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
  });
}

function findOnPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}
