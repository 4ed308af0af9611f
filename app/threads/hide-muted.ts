import type { Quoters } from "../references/quoted-by.tsx";
import type { ThreadPage } from "./read-thread.server.ts";

interface Shown {
  page: ThreadPage;
  quoters: Quoters;
}

/** A page of a thread without words of posts that its one reader does not wish to see; those that stand on it keep their places, where its posts say so. */
export function hideMuted({ page, quoters }: Shown, hidden: ReadonlySet<number>): Shown {
  if (hidden.size === 0) return { page, quoters };
  const agreed = page.agreed.filter(({ id }) => !hidden.has(id));
  const thread = hidden.has(page.opening.id) ? { ...page.thread, ...unsaid } : page.thread;
  return { page: { ...page, thread, agreed }, quoters: withoutHidden(quoters, hidden) };
}

/** What the opening post's author says beside it. */
const unsaid = { url: null, quote: null, disclosure: null, norms: null, excerpt: "" };

function withoutHidden(all: Quoters, hidden: ReadonlySet<number>): Quoters {
  const left: Quoters = {};
  for (const [id, { count, quoters }] of Object.entries(all)) {
    const shown = quoters.filter(({ postId }) => !hidden.has(postId));
    const isShown = shown.length > 0 && !hidden.has(Number(id));
    if (!isShown) continue;
    left[Number(id)] = {
      count: count === null ? null : count - (quoters.length - shown.length),
      quoters: shown,
    };
  }
  return left;
}
