/** What an address comes to, so that two addresses of one thing are equal. */

type Recogniser = (host: string, parts: string[]) => string | null;

/** Added to an address by whoever counts clicks; says nothing of the thing. */
const TRACKING = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src)$/i;

const ARXIV = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i;

/** Bytes of the longest key: an index takes no more than some 2,700, and what is longer is seldom written twice. */
const MOST_BYTES = 1_000;

const arxiv = (id: string) => {
  const [, number] = ARXIV.exec(id) ?? [];
  return number ? `arxiv:${number.toLowerCase()}` : null;
};

const recognisers: Recogniser[] = [
  (host, [kind, ...id]) =>
    /^(export\.)?arxiv\.org$/.test(host) && /^(abs|pdf|html)$/.test(kind ?? "")
      ? arxiv(id.join("/"))
      : null,
  (host, [first, second, third]) => {
    if (!/^(huggingface\.co|hf\.co)$/.test(host) || !first || !second) return null;
    if (first === "papers") return arxiv(second);
    if (first === "datasets" || first === "spaces") {
      return third ? `hub:${first}/${second}/${third}`.toLowerCase() : null;
    }
    if (/^(blog|docs|collections|posts|organizations|learn)$/.test(first)) return null;
    return `hub:${first}/${second}`.toLowerCase();
  },
  (host, [owner, name, inside]) =>
    host === "github.com" && owner && name && /^(tree|blob|releases)?$/.test(inside ?? "")
      ? `github:${owner}/${name.replace(/\.git$/, "")}`.toLowerCase()
      : null,
  (host, [, kind, id]) =>
    /^(mobile\.)?(x|twitter)\.com$/.test(host) && kind === "status" && id ? `post:x/${id}` : null,
  (host, [profile, account, kind, id]) =>
    host === "bsky.app" && profile === "profile" && kind === "post" && account && id
      ? `post:bsky/${account.toLowerCase()}/${id}`
      : null,
];

/** The key of the thing at an address, at most 1,000 bytes of UTF-8; null of what is no web address or would have a longer key. No network is asked. */
export function thingKey(address: string): string | null {
  const key = wholeKey(address);
  return key !== null && new TextEncoder().encode(key).length <= MOST_BYTES ? key : null;
}

function wholeKey(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return null;
  const host = url.host.replace(/^www\./, "");
  const parts = url.pathname.split("/").filter(Boolean).map(decodePart);
  for (const recognise of recognisers) {
    const key = recognise(host, parts);
    if (key) return key;
  }
  const asked = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort();
  const query = asked.length > 0 ? `?${new URLSearchParams(asked)}` : "";
  return [host, ...parts].join("/") + query;
}

function decodePart(part: string) {
  try {
    const text = decodeURIComponent(part);
    // PostgreSQL keeps no NUL, and a forum that holds one cannot be moved there.
    return text.includes("\0") ? part : text;
  } catch {
    return part;
  }
}
