import type { LoaderFunctionArgs } from "@remix-run/node";

/** Feeds are for programs, whatever stands around them. */
const OPEN = ["/*feed.xml", "/*feed.json", "/threads/*/feed."];

/** Forms and other views of what stands elsewhere are left out. */
const CLOSED = [
  "/account",
  "/admin",
  "/confirm-email/",
  "/follow",
  "/inbox",
  "/notices/",
  "/posts/",
  "/preview",
  "/reset-password/",
  "/sign-",
  "/threads/new",
  "/threads/*/",
  "/unsubscribe/",
];

export function loader({ context }: LoaderFunctionArgs) {
  const lines = [
    "User-agent: *",
    ...OPEN.map((path) => `Allow: ${path}`),
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "Disallow: /*?order=",
    "",
    `Sitemap: ${context.forum.origin}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
