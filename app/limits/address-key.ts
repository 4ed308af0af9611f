const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** The part of a network address that stands for one visitor: IPv4 whole, IPv6 to its /64; whatever cannot be read is one visitor together. */
export function addressKey(address: string): string {
  const plain = address
    .trim()
    .replace(/^\[|\]$/g, "")
    .replace(/%.*$/, "");
  if (plain.length > 45 || !/^[0-9a-f.:]+$/i.test(plain)) return "unknown";
  if (!plain.includes(":")) return hostOf(plain) ?? "unknown";
  const short = hostOf(`[${plain}]`)?.slice(1, -1);
  if (!short) return "unknown";
  const mapped = MAPPED.exec(short);
  if (mapped) return [...bytesOf(mapped[1]!), ...bytesOf(mapped[2]!)].join(".");
  return `${groupsOf(short).slice(0, 4).join(":")}::/64`;
}

/** The address in its canonical form, as the URL standard writes it. */
function hostOf(host: string): string | null {
  try {
    const { hostname } = new URL(`http://${host}/`);
    return hostname.includes(":") || /^(\d{1,3}\.){3}\d{1,3}$/.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}

function groupsOf(short: string): string[] {
  const [head = "", tail] = short.split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const zeros = Array<string>(tail === undefined ? 0 : 8 - before.length - after.length).fill("0");
  return [...before, ...zeros, ...after];
}

function bytesOf(group: string): [number, number] {
  const number = Number.parseInt(group, 16);
  return [number >> 8, number & 255];
}
