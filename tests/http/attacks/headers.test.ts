import { expect, test } from "vitest";
import { addThread, openScene, stranger, visit } from "./scene.ts";

const scene = openScene();
const visitor = () => stranger(scene);

test("AC-016: what is not a page says its type and is not guessed at", async () => {
  const { id } = await addThread(scene, "Ada", {
    title: "<script>alert(1)</script>",
    body: "<script>alert(1)</script>",
  });
  const types: [string, RegExp][] = [
    [`/threads/${id}.json`, /^application\/json; charset=utf-8$/],
    [`/threads/${id}.md`, /^text\/markdown; charset=utf-8$/],
    ["/threads/999.md", /^text\/markdown; charset=utf-8$/],
    ["/sitemap.xml", /^application\/xml; charset=utf-8$/],
    ["/robots.txt", /^text\/plain; charset=utf-8$/],
    ["/.well-known/security.txt", /^text\/plain; charset=utf-8$/],
    ["/health", /^application\/json; charset=utf-8$/],
    [`/threads/${id}.data`, /^text\/x-script/],
    ["/forum.css", /^text\/css/],
    [`/threads/${id}`, /^text\/html; charset=utf-8$/],
  ];
  for (const [address, type] of types) {
    const { headers } = await visitor().get(address);
    expect(headers["content-type"], address).toMatch(type);
    expect(headers["x-content-type-options"], address).toBe("nosniff");
  }
});

test("AC-017: every answer of every kind has the policy, and only pages that hydrate a nonce, never the same twice", async () => {
  const ada = await visit(scene, "Ada");
  const evil = { origin: "https://evil.example" };
  const answers = [
    await ada.get("/"),
    await ada.get(scene.thread.path),
    await ada.get(`/posts/${scene.thread.post}`),
    await ada.get("/missing"),
    await ada.get("/%"),
    await ada.get(`/threads/${scene.thread.id}.json`),
    await ada.get("/topics.data"),
    await ada.get("/forum.css"),
    await ada.get("/health"),
    await ada.get("/csp-report"),
    await ada.ask("DELETE", "/", evil),
    await ada.post("/sign-out", {}, evil),
    await ada.post("/threads/new", {}),
    await ada.get("/threads/new"),
    await ada.get("/threads/new"),
  ];
  const nonces: string[] = [];
  for (const { headers, status } of answers) {
    const policy = String(headers["content-security-policy"]);
    const [, nonce] = /script-src 'self'(?: 'nonce-([\w-]{22})')?;/.exec(policy) ?? [];
    if (nonce) nonces.push(nonce);
    expect(policy.replace(` 'nonce-${nonce}'`, ""), String(status)).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; report-uri /csp-report",
    );
  }
  expect(new Set(nonces).size).toBe(nonces.length);
  expect(nonces.length).toBe(3);
});

test("whoever finds a hole is told where to write", async () => {
  const { body } = await visitor().get("/.well-known/security.txt");
  const contact = new URL(/^Contact: (.+)$/m.exec(body)?.[1] ?? "");
  const page = await visitor().get(contact.pathname);
  expect(page.body).toContain(`id="${contact.hash.slice(1)}"`);
});
