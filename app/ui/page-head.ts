/** What a page says of itself to browsers, search engines and sites that link to it. */
import { say } from "../strings/say.ts";

interface About {
  title: string;
  description?: string;
  /** The page's one address. */
  canonical?: string;
  type?: "website" | "article";
  /** Another form of the same content. */
  alternates?: { type: string; href: string; title?: string }[];
  next?: string | null;
  /** Structured data. */
  data?: Record<string, unknown>;
  isPrivate?: boolean;
}

/** One of the things that a page says of itself, as Remix's `meta` answers them. */
export type Descriptor =
  | { title: string }
  | { name: string; content: string }
  | { property: string; content: string }
  | { tagName: "link"; [attribute: string]: string }
  | { "script:ld+json": Record<string, unknown> };

/** The descriptors of a page. */
export function pageHead(about: About): Descriptor[] {
  const { title, description, canonical, type = "website" } = about;
  const meta = (name: string, content: string) => ({ name, content });
  const graph = (property: string, content: string) => ({ property, content });
  return [
    { title: say("frame.title", { page: title }) },
    graph("og:title", title),
    graph("og:site_name", say("forum.name")),
    graph("og:type", type),
    ...(description
      ? [meta("description", description), graph("og:description", description)]
      : []),
    ...(canonical
      ? [
          { tagName: "link" as const, rel: "canonical", href: canonical },
          graph("og:url", canonical),
        ]
      : []),
    ...(about.alternates ?? []).map((alternate) => ({
      tagName: "link" as const,
      rel: "alternate",
      ...alternate,
    })),
    ...(about.next ? [{ tagName: "link" as const, rel: "next", href: about.next }] : []),
    ...(about.data ? [{ "script:ld+json": about.data }] : []),
    ...(about.isPrivate ? [meta("robots", "noindex")] : []),
  ];
}
