/** The regular letter: what is worth reading in what somebody follows. */
import { composeLetter, type Piece } from "../mail/compose-letter.ts";
import { say } from "../strings/say.ts";
import { inWords } from "../ui/time.tsx";
import { footerOf, headersOf } from "./footer.ts";
import { clockAt, isZone } from "./zone.ts";

export interface DigestPost {
  id: number;
  title: string;
  author: string;
  postedAt: number;
  /** The beginning of it, as text. */
  excerpt: string;
  /** How many found it worth reading, of how many; null where that is not shown. */
  found: { worth: number; voters: number } | null;
}

export interface DigestAbout {
  name: string;
  origin: string;
  /** The token of the link that stops these letters. */
  stop: string;
  digest: "daily" | "weekly";
  zone: string;
  posts: readonly DigestPost[];
  /** Unread notices, and how many of them are counted at most. */
  unread: number;
}

/** More unread notices than these are not counted for a letter. */
export const MOST_UNREAD = 100;

/** Makes the letter; there is at least one post. */
export function digestLetter(about: DigestAbout) {
  const { name, origin, stop, digest, zone, posts, unread } = about;
  // They are all of one sort: found worth reading, or new.
  const what = posts[0]!.found ? "worth" : "new";
  const more = posts.length - 1;
  const subject = say("letters.digest.subject", { title: posts[0]!.title, more, what });
  const pieces: Piece[] = [
    { kind: "words", text: say("letters.hello", { name }) },
    { kind: "words", text: say("letters.digest.lead", { digest, what }) },
    ...posts.map((post) => pieceOf(post, origin, zone)),
  ];
  if (unread > 0) {
    const shown = unread > MOST_UNREAD ? `${MOST_UNREAD}+` : String(unread);
    const text = say("letters.digest.unread", { count: unread, shown });
    pieces.push({ kind: "after", text, href: `${origin}/inbox` });
  }
  if (!isZone(zone)) {
    pieces.push({ kind: "words", text: say("letters.digest.zone-gone", { zone }) });
  }
  const parts = { title: say("letters.digest.title", { what }), pieces };
  const seal = { origin, name, kind: "digest", stop } as const;
  return {
    subject: say("letters.subject", { forum: say("forum.name"), about: subject }),
    ...composeLetter({ ...parts, footer: footerOf(seal) }),
    headers: headersOf(seal),
  };
}

function pieceOf(post: DigestPost, origin: string, zone: string): Piece {
  const { author, found } = post;
  const date = inWords(clockAt(zone, post.postedAt));
  const about = found
    ? say("letters.digest.by.found", { name: author, date, ...found })
    : say("letters.digest.by", { name: author, date });
  const { title, excerpt } = post;
  return { kind: "post", title, about, excerpt, href: `${origin}/posts/${post.id}` };
}
