/** Starting, in a small copy of the forum with an npm, a Remix and a vitest of the test's own. */
import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { joined } from "#app/build.js";

const here = process.cwd();
const binary = "node_modules/better-sqlite3/build/Release/better_sqlite3.node";
let folder: string;

function write(file: string, content: string, mode = 0o644) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content, { mode });
}
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const lines = (file: string) =>
  existsSync(path.join(folder, file)) ? read(file).split("\n").length - 1 : 0;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "steelman-start-"));
  mkdirSync(path.join(folder, "app"));
  for (const name of ["start", "install", "build", "one-at-a-time"]) {
    copyFileSync(`app/${name}.js`, path.join(folder, `app/${name}.js`));
  }
  write("package.json", '{"type":"module"}');
  write("package-lock.json", '{"packages":{"node_modules/vite":{"integrity":"first"}}}');
  write("app/root.tsx", "");
  write(
    "app/serve.server.ts",
    'console.log("serving", process.env.NODE_ENV, ...process.argv.slice(2))',
  );
  write("app/command.server.ts", 'console.log("command", ...process.argv.slice(2))');
  write(
    "parts/cli.js",
    'const fs = require("node:fs"); fs.rmSync("build", { recursive: true, force: true }); fs.appendFileSync("pages.log", "built\\n")',
  );
  write(
    "parts/vitest.mjs",
    "console.log(process.env.CHROMIUM_PATH, ...process.argv.slice(2)); process.exit(3)",
  );
  write(
    "bin/npm",
    `#!/bin/sh
echo "$@ as \${NODE_ENV-unset}" >> npm.log
echo chatter
sleep 0.1
rm -rf node_modules
mkdir -p ${path.dirname(binary)} node_modules/@remix-run/dev/dist node_modules/vitest
for name in vite ${joined.join(" ")}; do ln -s ${here}/node_modules/$name node_modules/$name; done
ln -s ${here}/${binary} ${binary}
cp parts/cli.js node_modules/@remix-run/dev/dist/
cp parts/vitest.mjs node_modules/vitest/
cp package-lock.json node_modules/.package-lock.json
`,
    0o755,
  );
});

afterEach(() => rmSync(folder, { recursive: true }));

const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: `${path.join(folder, "bin")}:/usr/bin:/bin`,
  NODE_ENV: "test",
  ...more,
});

function start(args: string[] = [], more?: Record<string, string>) {
  return spawnSync(process.execPath, [path.join(folder, "app/start.js"), ...args], {
    cwd: tmpdir(),
    env: environment(more),
    encoding: "utf8",
  });
}

test("the first start installs, builds and serves; the second only serves", () => {
  const first = start();
  expect(first.stdout.trim().split("\n")).toEqual([
    "Installing what package-lock.json says: nothing is installed yet. The first time takes a few minutes.",
    "Building: nothing is built yet.",
    "serving production",
  ]);
  expect(first.stderr).toBe("");
  expect(read("npm.log")).toBe("ci --include=dev as unset\n");
  expect(start().stdout).toBe("serving production\n");
  expect(lines("npm.log")).toBe(1);
  expect(lines("pages.log")).toBe(1);
});

test("another lock file is installed, another source is built", () => {
  start(["build"]);
  write("package-lock.json", '{"packages":{"node_modules/vite":{"integrity":"second"}}}');
  expect(start(["build"]).stdout).toContain("package-lock.json has changed");
  expect(lines("npm.log")).toBe(2);
  appendFileSync(path.join(folder, "app/serve.server.ts"), ';console.log("anew")');
  expect(start().stdout).toContain("the sources have changed");
  expect(start().stdout).toBe("serving production\nanew\n");
  expect(lines("npm.log")).toBe(2);
});

test("what somebody installed by hand is taken as it is, unless it was for another Node", () => {
  spawnSync("bin/npm", ["by hand"], { cwd: folder });
  expect(start(["install"]).stdout).toBe("");
  expect(lines("npm.log")).toBe(1);
  spawnSync("bin/npm", ["by hand"], { cwd: folder });
  rmSync(path.join(folder, binary));
  write(binary, "for another Node");
  expect(start(["install"]).stdout).toContain("the native parts are not built for Node");
  expect(lines("npm.log")).toBe(3);
});

test("two first starts at once install and build once", async () => {
  const both = await Promise.all(
    [1, 2].map(async () => {
      const child = spawn(process.execPath, ["app/start.js"], { cwd: folder, env: environment() });
      return text(child.stdout);
    }),
  );
  expect(both.filter((printed) => printed.endsWith("serving production\n"))).toHaveLength(2);
  expect(lines("npm.log")).toBe(1);
  expect(lines("pages.log")).toBe(1);
});

test("a start that was killed in the middle does not keep the next one waiting", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  write(".cache/working", String(pid));
  expect(start().stdout).toContain("serving");
  expect(existsSync(path.join(folder, ".cache/working"))).toBe(false);
});

test("a lock with the number of a living process that is not a start is left over, once it is old", () => {
  write(".cache/working", String(process.pid));
  const old = Date.now() / 1000 - 3600;
  utimesSync(path.join(folder, ".cache/working"), old, old);
  expect(start().stdout).toContain("serving");
});

test("an installation that fails shows why and says what to install", () => {
  write("bin/npm", "#!/bin/sh\necho gyp ERR! find Python\nexit 1\n", 0o755);
  const { status, stderr } = start();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^gyp ERR! find Python\n.*install python3, make and a C\+\+ compiler/);
  expect(existsSync(path.join(folder, "build"))).toBe(false);
});

test("pages that do not build show why, and are tried again", () => {
  write("parts/cli.js", 'console.error("a bracket is missing"); process.exit(1)');
  const { status, stderr } = start();
  expect(status).toBe(1);
  expect(stderr).toBe(
    "a bracket is missing\nThe pages could not be built; the lines above say why.\n",
  );
  expect(start().status).toBe(1);
});

test("the tests get a browser, what was asked further, and give their exit code", () => {
  write("bin/google-chrome", "", 0o755);
  const { status, stdout } = start(["test", "--project", "quick"], {
    PATH: `${path.join(folder, "bin")}:/bin`,
  });
  expect(stdout).toContain("run --config remix.config.js --project quick");
  expect(status).toBe(3);
  expect(start(["test"], { CHROMIUM_PATH: process.execPath }).stdout).toContain(
    `${process.execPath} run`,
  );
});

test("a forum whose npm is killed outright stops too", async () => {
  start(["build"]);
  const serve = `process.on("SIGTERM", () => { console.log("stopped"); process.exit() });
setInterval(() => {}, 1000); console.log("serving")`;
  write("app/serve.server.ts", serve);
  const npm = spawn("sh", ["-c", `"${process.execPath}" app/start.js; true`], {
    cwd: folder,
    env: environment({ npm_lifecycle_event: "start" }),
  });
  npm.stdout.on("data", (bytes: Buffer) => {
    if (bytes.includes("serving")) npm.kill("SIGKILL");
  });
  expect(await text(npm.stdout)).toMatch(/serving\nstopped\n$/);
});

test("without a browser the tests say what to install", () => {
  start(["install"]);
  const { status, stderr } = start(["test"], { PATH: path.join(folder, "none") });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^The browser tests need Chromium: install the package chromium/);
});

test("commands get their name and what follows it", () => {
  expect(start(["seed", "--small"]).stdout).toContain("command seed --small");
});

test("a word that it does not know, and a Node too old, end in one line", () => {
  const { status, stderr } = start(["sing"]);
  expect([status, stderr]).toEqual([
    1,
    'There is no "sing". There are: start, dev, test, install, build, migrate, seed, import, fill, move, backup, restore, score, evaluate, train, rank, simulate.\n',
  ]);
  write(
    "old.mjs",
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.4" } })',
  );
  const old = spawnSync(process.execPath, ["--import", "./old.mjs", "app/start.js"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect([old.status, old.stderr.split("\n").length]).toEqual([1, 2]);
  expect(old.stderr).toContain("Node 20 (from 20.15), 22 or 24; this is 18.20.4");
});
