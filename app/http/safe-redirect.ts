/** Where a visitor may be sent back to. */

const ORIGIN = "http://forum.invalid";

/** The path and query of an address on this forum, or "/" for anything else: resolved as a browser does. */
export function safeRedirect(wished: string | null | undefined): string {
  if (!wished || !/^\/(?![/\\])/.test(wished) || /[\\\p{Cc}]/u.test(wished)) return "/";
  if (!URL.canParse(wished, ORIGIN)) return "/";
  const url = new URL(wished, ORIGIN);
  if (url.origin !== ORIGIN || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search;
}
