/** The cookies of the forum: each holds one token and nothing else. `isSecure` says that the forum's own address is https. */

/** Longer than all cookies of an honest browser together. */
const LONGEST_HEADER = 8000;
const TOKEN = /^[\w-]{27}$/;

/** The prefix makes browsers refuse it from a sub-domain; it needs https. */
const nameOf = (cookie: "session" | "device", isSecure: boolean) =>
  isSecure ? `__Host-${cookie}` : cookie;

/** The Set-Cookie header that keeps somebody signed in until a time in epoch seconds. */
export const sessionCookie = (token: string, expiresAt: number, isSecure: boolean): string =>
  setCookie("session", token, expiresAt, isSecure);

/** The Set-Cookie header that signs a browser out. */
export const clearCookie = (isSecure: boolean): string => setCookie("session", "", 0, isSecure);

/** The token in a request's Cookie header; null when there is none, or two, or anything else than a token. */
export const readCookie = (header: string | null | undefined, isSecure: boolean): string | null =>
  findToken(header, nameOf("session", isSecure));

/** The Set-Cookie header by which a browser is known again at its next sign-in. */
export const deviceCookie = (token: string, expiresAt: number, isSecure: boolean): string =>
  setCookie("device", token, expiresAt, isSecure);

/** The token of a browser that was signed in before, or null. */
export const readDeviceCookie = (
  header: string | null | undefined,
  isSecure: boolean,
): string | null => findToken(header, nameOf("device", isSecure));

function setCookie(
  cookie: "session" | "device",
  token: string,
  expiresAt: number,
  isSecure: boolean,
) {
  const parts = [
    `${nameOf(cookie, isSecure)}=${token}`,
    "Path=/",
    `Expires=${new Date(expiresAt * 1000).toUTCString()}`,
    "HttpOnly",
    "SameSite=Lax",
  ];
  return [...parts, ...(isSecure ? ["Secure"] : [])].join("; ");
}

function findToken(header: string | null | undefined, name: string): string | null {
  if (!header || header.length > LONGEST_HEADER) return null;
  const found = header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const token = found.length === 1 ? found[0]!.slice(name.length + 1) : "";
  return TOKEN.test(token) ? token : null;
}
