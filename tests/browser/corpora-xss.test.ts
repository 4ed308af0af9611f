import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import { toHtml } from "#app/markdown/to-html.ts";
import { describeCorpora, readCorpora } from "../corpora/corpus.ts";
import { findFaults } from "../corpora/oracle.ts";
import { addReply, addThread, firstValue, inOne, openScene, visit } from "../http/attacks/scene.ts";
import { form } from "../http/forms.ts";
import { newPage, takeProblems } from "./chromium.ts";
import { listen, provoke } from "./provoke.ts";

const scene = openScene();
afterAll(stopRendering);

/** Most replies on one page of a thread. */
const PAGE = 200;

const inputs = () =>
  readCorpora(
    ...["xss-dompurify", "xss-html5sec", "xss-markdown", "xss-owasp", "xss-payloadbox"],
    ...["xss-payloadsallthethings", "xss-sanitize-html", "naughty-strings", "text-unicode"],
  ).map(({ input }) => input);

/** Places in Markdown where a payload may stand. */
const places: ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `[${payload}](${payload})`,
  (payload) => `![${payload}](https://a.example/${payload} "${payload}")`,
  (payload) => `\`\`\`${payload}\n${payload}\n\`\`\``,
];

/** Every distinct output of the renderer, beside the page's own frame. */
function outputs(): string[] {
  const distinct = new Set<string>();
  for (const input of inputs()) for (const write of places) distinct.add(toHtml(write(input)));
  return [...distinct];
}

/** Threads that hold these outputs as replies, as many as one page shows. */
function addThreads(htmls: string[]): Promise<string[]> {
  return inOne(scene, async (scene) => {
    const addresses: string[] = [];
    for (let from = 0; from < htmls.length; from += PAGE) {
      const { id, post } = await addThread(scene, "Ada", { title: `Attacks from ${from} on` });
      for (const html of htmls.slice(from, from + PAGE))
        await addReply(scene, "Ben", id, post, { html });
      addresses.push(`/threads/${id}`);
    }
    return addresses;
  });
}

describeCorpora("Every attack as a post, in a real browser", () => {
  test("AC-001, AC-008, AC-009, AC-010, AC-011: nothing of it runs, calls elsewhere or is refused by the policy", {
    timeout: 240_000,
  }, async () => {
    const begun = performance.now();
    const htmls = outputs();
    const addresses = await addThreads(htmls);
    const rendered = performance.now();
    const page = await newPage(scene.origin);
    await listen(page);
    const faults: string[] = [];
    let [posts, elements] = [0, 0];
    for (const address of addresses) {
      const answer = await page.goto(address);
      for (const fault of findFaults((await answer?.text()) ?? ""))
        faults.push(`${address}: ${fault}`);
      const seen = await provoke(page);
      elements += seen.elements;
      posts += seen.posts;
      for (const what of seen.ran) faults.push(`${address}: ${what}`);
      for (const problem of takeProblems()) faults.push(`${address}: ${problem}`);
      if (page.url() !== scene.origin + address && !page.url().includes(`${address}-`)) {
        faults.push(`${address}: went to ${page.url()}`);
      }
    }
    const seconds = (from: number) => Math.round((performance.now() - from) / 100) / 10;
    console.info(
      `${htmls.length} outputs on ${addresses.length} pages, ${elements} elements provoked, ${faults.length} faults; ${seconds(begun)} s, of which ${seconds(rendered)} s in the browser.`,
    );
    expect(faults).toEqual([]);
    expect(posts).toBe(htmls.length + addresses.length);
    expect(posts).toBeGreaterThan(5_000);
    expect(scene.server.output()).not.toContain("cspReport");
  });

  test("AC-001: the source of an attack comes back byte for byte where its author edits it", async () => {
    const ada = await visit(scene, "Ada");
    const sources = inputs().filter(
      (input, index) => index % 15 === 0 && !input.includes("\0") && /\S/.test(input),
    );
    for (const body of sources) {
      const { post } = await addThread(scene, "Ada", { body });
      const address = `/posts/${post}/edit`;
      const shown = form((await ada.get(address)).body, address).body;
      // A form's text has one kind of line end.
      expect(shown?.replace(/\r\n?/g, "\n")).toBe(body.replace(/\r\n?/g, "\n"));
    }
  });

  test("AC-008: a page that hydrates does so with any attack in it", async () => {
    const bodies = readCorpora("xss-markdown", "xss-dompurify").map(({ input }) => input);
    const body = bodies
      .filter((input) => !input.includes("\0"))
      .join("\n\n")
      .slice(0, 20_000);
    const { id, post } = await addThread(scene, "Ada", {
      title: "</script><a id=__remixContext>",
      body,
      html: toHtml(body),
    });
    for (const address of [`/posts/${post}/edit`, `/threads/${id}/reply`]) {
      const page = await newPage(scene.origin, { visitor: await visit(scene, "Ada") });
      await listen(page);
      await page.goto(address);
      await page.waitForFunction(() => "__remixRouter" in globalThis);
      await page.locator("textarea[name=body]").fill("Words *now*.");
      await page.locator(".preview em").waitFor();
      expect((await provoke(page)).ran).toEqual([]);
    }
  });

  test("AC-014, AC-012: the preview shows what the page will show, also of text that is markup when read twice", async () => {
    const ada = await visit(scene, "Ada");
    const json = { accept: "application/json" };
    const twice = ["&lt;img src=x onerror=alert(1)&gt;", "&amp;lt;b&amp;gt;", "> &#60;script&#62;"];
    for (const body of [...twice, ...inputs().filter((_, index) => index % 40 === 0)]) {
      if (body.includes("\0") || !/\S/.test(body)) continue;
      const preview = await ada.post("/preview", { body }, json);
      const { location } = await ada.post(`/threads/${scene.thread.id}/reply`, {
        body,
        kind: "tried",
      });
      const post = Number(/#post-(\d+)$/.exec(location ?? "")?.[1]);
      expect(JSON.parse(preview.body).html, body).toBe(
        await firstValue(scene, sql`select html from post where id = ${post}`),
      );
    }
  });
});

test("AC-018: when the cleaner fails the policy holds: the browser refuses script and handler, our detector sees both, and the report is written down", async () => {
  const html = `<p><script>alert("script")</script><img src="/icon.svg" onload="alert('handler')" onclick="alert('click')"><a href="javascript:alert('link')">a</a><img src="https://elsewhere.example/x.png"><span style="color:red">a</span></p>`;
  const { id } = await addThread(scene, "Ada", { html });
  const page = await newPage(scene.origin);
  await listen(page);
  const answer = await page.goto(`/threads/${id}`);
  expect(findFaults((await answer?.text()) ?? "")).toEqual(
    expect.arrayContaining([
      "<script> in a post",
      "onload on <img>",
      "<img> in a post",
      "style on <span>",
    ]),
  );
  const { ran } = await provoke(page);
  expect(ran.filter((what) => what.startsWith("alert"))).toEqual([]);
  expect(ran.join("\n")).toMatch(/refused by script-src-elem/);
  expect(ran.join("\n")).toMatch(/refused by script-src-attr/);
  expect(ran.join("\n")).toMatch(/refused by img-src: https:\/\/elsewhere\.example/);
  expect(takeProblems().length).toBeGreaterThan(3);
  await expect.poll(() => scene.server.output()).toMatch(/cspReport.*script-src/);
});

test("AC-018: without the policy the same page runs both, so the detector is not deaf", async () => {
  const page = await newPage(scene.origin);
  await listen(page);
  await page.route("**/threads/**", async (route) => {
    const answer = await route.fetch();
    const { "content-security-policy": _, ...headers } = answer.headers();
    await route.fulfill({ response: answer, headers });
  });
  const html = `<script>alert("script")</script><b onclick="alert('click')" onmouseover="alert('over')">b</b><details ontoggle="alert('toggle')">d</details>`;
  const { id } = await addThread(scene, "Ada", { html });
  await page.goto(`/threads/${id}`);
  const { ran } = await provoke(page);
  expect(ran.sort().join(" ")).toMatch(
    /alert\(click\).*alert\(over\).*alert\(script\).*alert\(toggle\)/,
  );
  takeProblems();
});

test.each([320, 1280])(
  "AC-019: at %d pixels no post leaves its box, and what follows it is not mirrored",
  async (width) => {
    const bodies = [
      "w".repeat(10_000),
      `Text \u202e reversed \u2067 and isolated`,
      `z${"\u0335\u0321\u0353".repeat(300)}`,
      `| a | b |\n|-|-|\n| ${"w".repeat(500)} | b |`,
      `\`\`\`\n${"w".repeat(1_000)}\n\`\`\``,
      `<p style="position:fixed;inset:0">over</p><b class="masthead" id="main">x</b>`,
      `# ${"w".repeat(400)}`,
      `[${"w".repeat(400)}](https://a.example/${"w".repeat(400)})`,
    ];
    const { id, post } = await addThread(scene, "Ada", { title: `\u202e${"W".repeat(120)}` });
    for (const body of bodies) await addReply(scene, "Ben", id, post, { body, html: toHtml(body) });
    const page = await newPage(scene.origin, { width });
    await page.goto(`/threads/${id}`);
    const found = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const strange = document.querySelectorAll(
        ".post .prose [style], .post .prose [id], .post .prose .masthead",
      );
      const names = [...document.querySelectorAll(".post .by bdi")].map((name) => {
        const range = document.createRange();
        const [text] = name.childNodes;
        if (!text) return 0;
        range.setStart(text, 0);
        range.setEnd(text, 1);
        const first = range.getBoundingClientRect().left;
        range.setStart(text, 2);
        range.setEnd(text, 3);
        return range.getBoundingClientRect().left - first;
      });
      return {
        wide: scrollWidth - clientWidth,
        strange: strange.length,
        mirrored: names.filter((x) => x < 0).length,
      };
    });
    expect(found).toEqual({ wide: 0, strange: 0, mirrored: 0 });
  },
);

test("AC-020: a link that names another host than it leads to says so, and opens no window", async () => {
  const body =
    "[https://bank.example](https://evil.example/) [bank.example](https://evil.example/) https://bank.example@evil.example/ [b](https://b\u0430nk.example/) [javascript](javascript:alert(1)) [d](data:text/html,x)";
  const { id, post } = await addThread(scene, "Ada");
  await addReply(scene, "Ben", id, post, { body, html: toHtml(body) });
  const page = await newPage(scene.origin);
  await page.goto(`/threads/${id}`);
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>(".post .prose a")].map((link) => ({
      host: link.host,
      rel: link.rel,
      target: link.target,
      beside: link.nextSibling?.textContent ?? "",
      text: link.textContent ?? "",
    })),
  );
  expect(links.length).toBeGreaterThanOrEqual(3);
  for (const { host, rel, target, beside, text } of links) {
    expect(rel).toBe("nofollow ugc noopener");
    expect(target).toBe("");
    if (/bank/.test(text) && host === "evil.example")
      expect(text + beside).toContain("evil.example");
    expect(host).toMatch(/^(evil\.example|xn--bnk-[\w]+\.example)$/);
  }
});
