/** Addresses of databases, as they may be shown. */

/** Whether an address is one of a kind that is known. */
export const isAddress = (address: string): boolean =>
  /^(file:.|postgres(ql)?:\/\/.)/.test(address);

/** An address without its password and what else follows the database's name. */
export function hidePassword(address: string): string {
  if (address.startsWith("file:") || !URL.canParse(address)) return address.split("@").at(-1) ?? "";
  const url = new URL(address);
  if (url.password) url.password = "…";
  url.search = "";
  return decodeURI(url.href);
}

/** What an address begins with. */
export const schemeOf = (address: string): string => address.split(":")[0] ?? "";
