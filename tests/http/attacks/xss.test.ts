import { sql } from "kysely";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, expect, test } from "vitest";
import { stopRendering } from "#app/markdown/render.server.ts";
import { describeCorpora, readCorpora, sendable } from "../../corpora/corpus.ts";
import { findFaults } from "../../corpora/oracle.ts";
import { attribute, elements, form } from "../forms.ts";
import { addThread, firstValue, inOne, openScene, stranger, visit } from "./scene.ts";

const scene = openScene();
const visitor = () => stranger(scene);
afterAll(stopRendering);

/** Every payload of the lists, once. */
const everyPayload = () => [
  ...new Set(
    readCorpora(
      ...["xss-dompurify", "xss-html5sec", "xss-markdown", "xss-owasp", "xss-payloadbox"],
      ...["xss-payloadsallthethings", "xss-sanitize-html", "naughty-strings"],
    ).map(({ input }) => input.replace(/[\s\p{Cc}]+/gu, " ").trim()),
  ),
];
const payloads = () => sendable(everyPayload());

type Page = DefaultTreeAdapterTypes.Document;

/** The faults of a page that has posts, or none. */
const faultsOf = (page: Page) => [
  ...findFaults(page).filter((fault) => fault !== "no post in the page"),
  ...strangeScripts(page),
];

/** Scripts of a page that are not ours: those without a nonce, and structured data that ends too soon. */
function strangeScripts(page: Page): string[] {
  return elements(page, "script").flatMap((script) => {
    const inside = script.childNodes.map((node) => ("value" in node ? node.value : "?")).join("");
    if (attribute(script, "type") === "application/ld+json") {
      try {
        JSON.parse(inside);
        return [];
      } catch {
        return [`structured data: ${inside.slice(0, 80)}`];
      }
    }
    const isOwnFile = /^\/(forum\.js\?v=|assets\/)/.test(attribute(script, "src") ?? "");
    return isOwnFile || attribute(script, "nonce") ? [] : [`script: ${inside.slice(0, 80)}`];
  });
}

describeCorpora("Attacks on whole pages", () => {
  test("AC-002: a payload as a title is text in lists, thread, head, history, forms and structured data", async () => {
    const titles = payloads().map((payload) => [...payload].slice(0, 150).join(""));
    const threads = await inOne(scene, async (scene) => {
      const added: { id: number; post: number }[] = [];
      for (const title of titles) added.push(await addThread(scene, "Ada", { title, body: title }));
      return added;
    });
    const faults: string[] = [];
    const judge = (address: string, html: string) => {
      const page = parse(html);
      for (const fault of faultsOf(page)) faults.push(`${address} ${fault}`);
      return page;
    };
    const ada = await visit(scene, "Ada");
    for (const [index, { id, post }] of threads.entries()) {
      // The lists below show every title; the pages of a third of them will do.
      if (index % 3 > 0) continue;
      const { body } = await visitor().get(`/threads/${id}`);
      const [heading] = elements(judge(`/threads/${id}`, body), "h1");
      const shown = heading?.childNodes
        .map((node) => ("value" in node ? node.value : `<${node.nodeName}>`))
        .join("");
      if (shown !== titles[index]) faults.push(`/threads/${id} shows ${shown}`);
      if (index % 21 > 0) continue;
      for (const address of [
        `/posts/${post}/history`,
        `/posts/${post}/edit`,
        `/threads/${id}/reply`,
      ]) {
        judge(address, (await ada.get(address)).body);
      }
    }
    for (let older: string | null = "/?order=new"; older; ) {
      const { body } = await visitor().get(older);
      judge(older, body);
      older = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? null;
    }
    console.info(`${titles.length} titles tried, ${faults.length} faults.`);
    expect(faults).toEqual([]);
  });

  test("AC-003: a payload is no name, and in what somebody says of themselves it is cleaned as a post is", async () => {
    const ada = await visit(scene, "Ada");
    const faults: string[] = [];
    for (const payload of payloads().filter((_, index) => index % 10 === 0)) {
      if (/[<>"'&]/.test(payload)) {
        const joined = await visitor().post("/sign-up", { name: payload, password: "x" });
        if (joined.status !== 422) faults.push(`${payload} is a name`);
      }
      await ada.post("/account/profile", { about: [...payload].slice(0, 1000).join("") });
      const { body } = await visitor().get("/people/Ada");
      const asPost = body.replace('class="page-head who"', 'class="page-head who post"');
      for (const fault of faultsOf(parse(asPost))) faults.push(`${payload}: ${fault}`);
      const kept = form((await ada.get("/account/profile")).body, "/account/profile").about;
      if (kept !== (await firstValue(scene, sql`select about from person where name = 'Ada'`)))
        faults.push(`changed: ${payload}`);
    }
    expect(faults).toEqual([]);
  });

  test("AC-004: a payload as the reason of an act of power is text in the log", async () => {
    const faults: string[] = [];
    const mo = await visit(scene, "Mo");
    const [first = ""] = payloads();
    await mo.post(`/threads/${scene.thread.id}/pin`, { reason: first });
    const pinned = { kind: "thread-pinned", at: 1, person_id: scene.ids.Mo };
    await inOne(scene, async ({ db, thread }) => {
      for (const reason of everyPayload())
        await db
          .insertInto("event")
          .values({ ...pinned, thread_id: thread.id, reason })
          .execute();
    });
    let pages = 0;
    for (let older: string | null = "/log"; older; pages += 1) {
      const { body } = await visitor().get(older);
      const page = parse(body);
      for (const fault of faultsOf(page)) faults.push(`${older} ${fault}`);
      expect(elements(page, "img", "iframe", "object", "math")).toEqual([]);
      older = /<a class="button" rel="next" href="([^"]+)"/.exec(body)?.[1] ?? null;
    }
    expect(pages).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });

  test("AC-005: a payload in the query of any page is not echoed as markup, and breaks nothing", async () => {
    const root = await visit(scene, "Root");
    const faults: string[] = [];
    for (const payload of payloads().filter((_, index) => index % 20 === 0)) {
      const value = encodeURIComponent(payload);
      for (const address of [
        `/?order=${value}&after=${value}&q=${value}`,
        `${scene.thread.path}?order=${value}&after=${value}&branch=${value}`,
        `/admin/people?q=${value}`,
        `/sign-in?next=/${value}`,
        `/threads/new?topics=${value}`,
        `/threads/${scene.thread.id}/reply?quote=${value}&parent=${value}`,
        `/preview?for=${value}`,
      ]) {
        const answer = await (address.startsWith("/sign-in") ? visitor() : root).get(address);
        if (answer.status >= 500) faults.push(`${address} ${answer.status}`);
        for (const fault of faultsOf(parse(answer.body))) faults.push(`${address} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test("AC-006: a payload in the address of a page that is not there is not echoed, and refusals are plain", async () => {
    const faults: string[] = [];
    for (const payload of payloads().filter((_, index) => index % 10 === 0)) {
      const value = encodeURIComponent(payload);
      for (const address of [
        `/${value}`,
        `/threads/${value}`,
        `/people/${value}`,
        `/topics/${value}/x`,
        `/${payload.replace(/[^\x21-\x7e]/g, "")}`,
      ]) {
        const answer = await visitor()
          .get(address)
          .catch(() => null);
        if (!answer) continue;
        if (![200, 301, 302, 400, 404, 414].includes(answer.status))
          faults.push(`${address} ${answer.status}`);
        if (answer.status === 200) continue;
        for (const fault of faultsOf(parse(answer.body))) faults.push(`${address} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

test("AC-007: what would end a script stands in no inline data, on pages that hydrate and those that do not", async () => {
  const bad = "</script><script>alert(1)</script><!-- \u2028\u2029 ]]> <script";
  const { id, post } = await addThread(scene, "Ada", {
    title: bad,
    body: bad,
    html: "<p>&lt;/script&gt;</p>",
  });
  const ada = await visit(scene, "Ada");
  for (const address of [
    `/threads/${id}`,
    `/posts/${post}/edit`,
    `/threads/${id}/reply?quote=${encodeURIComponent(bad)}`,
  ]) {
    const { status, body } = await ada.get(address);
    expect(status).toBe(200);
    const page = parse(body);
    expect(strangeScripts(page), address).toEqual([]);
    expect(body).not.toMatch(/<script>alert/);
    for (const script of elements(page, "script")) {
      for (const node of script.childNodes) {
        if ("value" in node) expect(node.value).not.toMatch(/<\/script|<!--|[\u2028\u2029]/i);
      }
    }
  }
});

test("AC-013: an edit into a payload is text in history and preview", async () => {
  const ada = await visit(scene, "Ada");
  const { post } = await addThread(scene, "Ada");
  const payload = "<img src=x onerror=alert(1)><script>alert(1)</script>[a](javascript:alert(1))";
  await ada.post(`/posts/${post}/edit`, { body: payload, version: "1" });
  const history = await visitor().get(`/posts/${post}/history`);
  const page = parse(history.body);
  expect(strangeScripts(page)).toEqual([]);
  expect(elements(page, "img")).toEqual([]);
  const preview = await ada.post("/preview", { body: payload });
  expect(findFaults(preview.body)).toEqual([]);
  const json = { accept: "application/json" };
  const { html } = JSON.parse((await ada.post("/preview", { body: payload }, json)).body);
  expect(preview.body).toContain(html);
  expect(html).toBe(await firstValue(scene, sql`select html from post where id = ${post}`));
});
