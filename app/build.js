/** Builds what runs: our own server, worker and commands by esbuild, the pages by Vite. Plain JavaScript, for it runs before anything is built. */
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** What esbuild bundles into build/, one file each. */
const entries = ["app/markdown/render-worker.ts"];

/** Bundles our own TypeScript into build/; packages stay where they are. */
export async function buildOwn() {
  await build({
    entryPoints: entries,
    outdir: "build",
    entryNames: "[name]",
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "warning",
    chunkNames: "own-[hash]",
  });
}

/** Builds the pages with Remix's Vite plugin into build/server and build/client. */
async function buildPages() {
  const code = await new Promise((resolve) => {
    spawn(
      process.execPath,
      ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "-c", "remix.config.js", "--logLevel", "warn"],
      { stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } },
    ).on("exit", resolve);
  });
  if (code !== 0) throw new Error("The pages could not be built; the lines above say why.");
}

export async function buildAll() {
  await Promise.all([buildPages(), buildOwn()]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildAll();
