/** Who sent a request, as far as the proxies in front are believed. */

/** The socket's address, or the one that the outermost of `hops` believed proxies wrote into X-Forwarded-For. */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  hops: number,
): string {
  const own = socketAddress ?? "unknown";
  if (hops === 0 || !forwardedFor) return own;
  const chain = forwardedFor.split(",").map((part) => part.trim());
  return chain[Math.max(0, chain.length - hops)] || own;
}
