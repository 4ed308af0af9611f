import type { LoaderFunctionArgs } from "@remix-run/node";

/** RFC 9116 asks for a date less than a year ahead. */
const VALID_SECONDS = 180 * 86_400;

export function loader({ context }: LoaderFunctionArgs) {
  const { origin, now } = context.forum;
  const expires = new Date((now() + VALID_SECONDS) * 1000).toISOString();
  const lines = [
    `Contact: ${origin}/about#security`,
    `Expires: ${expires}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    "Preferred-Languages: en",
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
