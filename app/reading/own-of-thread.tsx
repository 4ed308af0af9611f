/** What is a reader's own on a page of a thread, as what stands in the page's slots. */
import { drawOnce } from "../drawing/draw-html.ts";
import type { Own } from "../drawing/slots.ts";
import { mayEdit, type Person } from "../permissions.ts";
import { OWN_ACTS_BYTES, OwnActs } from "../posts/own-acts.tsx";
import type { Marks, Thanks } from "../posts/post-marks.ts";
import { say } from "../strings/say.ts";
import { NewMark } from "./new-mark.tsx";
import { NewNote } from "./new-note.tsx";
import { type NewPosts, toldCount } from "./new-posts.ts";
import type { PageFacts } from "./read-reading.server.ts";

interface Reading {
  marks: Marks;
  news: { posts: NewPosts; since: number } | null;
}

/** The slots of one reader that differ from what most readers find. */
export function ownOfThread(person: Person, { marks, news }: Reading, page: PageFacts): Own {
  const own: Own = {};
  for (const post of page.shown) {
    const { id } = post;
    const mark = marks[id];
    if (mark?.newer) own[`new-${id}`] = drawNewMark(mark.newer.next);
    if (mark?.isSaved) own[`saved-${id}`] = "0";
    if (mark?.isThanked) own[`thanks-${id}`] = "0";
    if (post.authorId !== person.id) continue;
    own[`thanks-${id}`] = "-";
    own[`own-${id}`] = drawOwnActs(person, post, page, mark?.thanks);
  }
  if (!news) return own;
  const { count, first, elsewhere } = news.posts;
  const told = toldCount(count);
  const key = `news ${news.since} ${told} ${first} ${elsewhere}`;
  own.news = drawOnce(key, () => <NewNote news={news} />);
  own["news-link"] = drawOnce(`news-link ${told} ${first}`, () => (
    <a className="new" href={first}>
      {say("reading.new.count", { told })}
    </a>
  ));
  return own;
}

const drawNewMark = (next: string | null) => drawOnce(`new ${next}`, () => <NewMark next={next} />);

/** As many of those who thanked as there is room for are named. */
function drawOwnActs(
  person: Person,
  post: PageFacts["shown"][number],
  thread: PageFacts,
  thanks: Thanks | undefined,
): string {
  const mayEditNow = !mayEdit(person, post, thread);
  const key = `own ${post.id} ${post.isWithdrawn} ${mayEditNow} ${JSON.stringify(thanks)}`;
  const html = drawOnce(key, () => <OwnActs {...{ person, post, thread, thanks }} />);
  if (!thanks || Buffer.byteLength(html) <= OWN_ACTS_BYTES) return html;
  const names = thanks.names.slice(0, -1);
  return drawOwnActs(person, post, thread, names.length > 0 ? { ...thanks, names } : undefined);
}
