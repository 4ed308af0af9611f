/** The one build configuration: Vite with Remix's plugin for build and development, and the tests. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { joined } from "./app/build.js";
import { testing } from "./tests/projects.js";

/** Tests load no part of it, and it takes a second. */
const remix = process.env.VITEST ? null : (await import("@remix-run/dev")).vitePlugin;

/** Changes with what pages load, so that browsers keep each version for ever. */
const files = ["public", "public/compose"]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((file) => /\.(css|js)$/.test(file))
  .sort();
const filesVersion = createHash("sha256")
  .update(files.map((file) => readFileSync(file, "utf8")).join("\0"))
  .digest("hex")
  .slice(0, 10);

export default defineConfig({
  plugins: [
    remix?.({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
      },
    }),
  ],
  define: { "import.meta.env.FILES_VERSION": JSON.stringify(filesVersion) },
  build: {
    target: "es2022",
    rollupOptions: {
      output: { paths: Object.fromEntries(joined.map((name) => [name, `../packages/${name}.js`])) },
    },
  },
  test: testing,
});
