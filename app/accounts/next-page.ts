/** Where somebody goes on to after signing in or joining. */
import { safeRedirect } from "../http/safe-redirect.ts";

/** The page that an address asks to be led to afterwards, always one of the forum's own; the front page when it names none. */
export const nextPage = (url: string): string =>
  safeRedirect(new URL(url).searchParams.get("next"));

/** The address of a page that leads on to the next one afterwards. */
export const withNext = (path: string, next: string): string =>
  next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`;
