import type { Said } from "#app/strings/say.ts";

/** The longest address that mail can carry (RFC 5321, section 4.5.3.1.3). */
const LONGEST = 254;
const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/i;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The address to keep, or what is wrong with it. Letters outside ASCII are refused before the @, where no two programs fold them alike; a domain is kept as the net knows it. */
export function readEmail(typed: string): { email: string } | { problem: Said } {
  const wrong = { problem: { key: "accounts.email.wrong" } as const };
  const address = typed.trim();
  const at = address.lastIndexOf("@");
  if (at < 1 || address.length > LONGEST) return wrong;
  const local = address.slice(0, at);
  const domain = domainOf(address.slice(at + 1));
  if (!LOCAL.test(local) || /^\.|\.\.|\.$/.test(local) || !DOMAIN.test(domain)) return wrong;
  return { email: `${local}@${domain}` };
}

/** The mailbox to which letters to an address go, as far as it tells: many addresses with a +tag are one. */
export const mailboxOf = (email: string) => emailKey(email).replace(/(?<=.)\+[^@]*(?=@)/, "");

/** The address folded for comparison; addresses with a +tag stay their own. */
export const emailKey = (email: string) => email.toLowerCase();

function domainOf(typed: string): string {
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(typed)) return "";
  try {
    return new URL(`http://${typed}/`).hostname;
  } catch {
    return "";
  }
}
