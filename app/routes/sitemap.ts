import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Db } from "#db/open.server.ts";
import { readListVersion } from "../events/list-version.server.ts";
import { answerText } from "../exports/answer-text.server.ts";
import { listAddresses, SITEMAP_THREADS } from "../exports/list-addresses.server.ts";
import { threadPath } from "../threads/thread-path.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { topicPath } from "../topics/topic.ts";

/** /sitemap.xml lists every address while they fit in one list, then its parts; ?part=n is one of them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, origin } = context.forum;
  const part = new URL(request.url).searchParams.get("part");
  return answerText(db, request, {
    address: `/sitemap.xml?part=${part === null || isNumber(part) ? part : "none"}`,
    version: readListVersion(db),
    type: "application/xml; charset=utf-8",
    make: () => write(db, origin, part),
  });
}

const isNumber = (part: string) => /^\d{1,6}$/.test(part);

async function write(db: Db, origin: string, asked: string | null): Promise<string | Response> {
  const lastId = await lastThreadId(db);
  const parts = Math.floor(lastId / SITEMAP_THREADS) + 1;
  const part = asked ?? (parts === 1 ? "0" : null);
  if (part === null) {
    const entries = Array.from({ length: parts }, (_, index) =>
      element("sitemap", `${origin}/sitemap.xml?part=${index}`),
    );
    return document("sitemapindex", entries);
  }
  if (!isNumber(part) || Number(part) >= parts) {
    return new Response("", { status: 404, headers: { "Content-Type": "application/xml" } });
  }
  const threads = await listAddresses(db, Number(part));
  const others = part === "0" ? ["/", "/topics", "/about", "/rules", "/help"] : [];
  const topics = part === "0" ? await listTopics(db) : [];
  return document("urlset", [
    ...others.map((path) => element("url", origin + path)),
    ...topics.map((topic) => element("url", origin + topicPath(topic.slug))),
    ...threads.map((thread) => element("url", origin + threadPath(thread), thread.active_at)),
  ]);
}

async function lastThreadId(db: Db) {
  const row = await db
    .selectFrom("thread")
    .select("id")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

function element(name: "url" | "sitemap", address: string, at?: number) {
  const escaped = address.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const date = at ? `<lastmod>${new Date(at * 1000).toISOString()}</lastmod>` : "";
  return `<${name}><loc>${escaped}</loc>${date}</${name}>`;
}

const document = (root: "urlset" | "sitemapindex", entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</${root}>\n`;
