/** What kind of thing an address leads to, told from the address alone. */
import type { Said } from "../strings/say.ts";

type Recogniser = (url: URL, parts: string[]) => Said | null;

const siteOf = (url: URL) => url.hostname.replace(/^www\./, "");

const recognisers: Recogniser[] = [
  (url, [kind, id, ...rest]) => {
    if (siteOf(url) !== "arxiv.org" || !kind || !/^(abs|pdf|html)$/.test(kind)) return null;
    const number = [id, ...rest].join("/").replace(/(v\d+)?(\.pdf)?$/, "");
    return /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/.test(number)
      ? { key: "things.arxiv", values: { number } }
      : null;
  },
  (url, parts) => {
    if (siteOf(url) !== "huggingface.co") return null;
    const [first, second, third] = parts;
    if (first === "datasets" && second && third) {
      return { key: "things.data-set", values: { name: `${second}/${third}` } };
    }
    if (first === "papers" || first === "spaces" || first === "blog" || !second) return null;
    return { key: "things.model", values: { name: `${first}/${second}` } };
  },
  (url, [owner, name]) =>
    siteOf(url) === "github.com" && owner && name
      ? { key: "things.repository", values: { name: `${owner}/${name.replace(/\.git$/, "")}` } }
      : null,
  (url, [account, kind, id]) =>
    /^(x|twitter)\.com$/.test(siteOf(url)) && kind === "status" && id
      ? { key: "things.post", values: { account: `@${account}`, site: siteOf(url) } }
      : null,
  (url, [profile, account, kind]) =>
    siteOf(url) === "bsky.app" && profile === "profile" && kind === "post"
      ? { key: "things.post", values: { account: `@${account}`, site: "bsky.app" } }
      : null,
  (url, [account, id]) =>
    account?.startsWith("@") && /^\d{6,}$/.test(id ?? "")
      ? { key: "things.post", values: { account, site: siteOf(url) } }
      : null,
];

/** What the address leads to: paper, model, data set, repository, post of a social network, else its site. No network is asked. */
export function labelThing(address: string): Said {
  const url = new URL(address);
  const parts = url.pathname.split("/").filter(Boolean).map(decodePart);
  for (const recognise of recognisers) {
    const label = recognise(url, parts);
    if (label) return label;
  }
  return { key: "things.site", values: { site: siteOf(url) } };
}

function decodePart(part: string) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
