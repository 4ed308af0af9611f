/** Whether a request that changes something came from the forum's own pages. */
import { isThisComputer } from "../settings.ts";

interface Sent {
  origin: string | undefined;
  secFetchSite: string | undefined;
}

/**
 * Demands a same-origin `Sec-Fetch-Site` or an `Origin` equal to the forum's own; both when both are sent.
 * The forum's origin comes from its settings, never from the request.
 */
export function isSameOrigin(sent: Sent, ownOrigin: string): boolean {
  if (sent.origin === undefined && sent.secFetchSite === undefined) return false;
  if (sent.origin !== undefined && !isOwn(sent.origin, ownOrigin)) return false;
  // "none" is a person typing an address; no browser sends a form so with an Origin.
  return (
    sent.secFetchSite === undefined ||
    sent.secFetchSite === "same-origin" ||
    (sent.secFetchSite === "none" && sent.origin === undefined)
  );
}

/** The names of this computer are one origin while the forum serves it alone. */
function isOwn(origin: string, ownOrigin: string) {
  if (origin === ownOrigin) return true;
  if (!URL.canParse(origin)) return false;
  const [sent, own] = [new URL(origin), new URL(ownOrigin)];
  return (
    sent.origin === origin &&
    own.protocol === "http:" &&
    sent.protocol === "http:" &&
    sent.port === own.port &&
    isThisComputer(own.hostname) &&
    isThisComputer(sent.hostname)
  );
}
