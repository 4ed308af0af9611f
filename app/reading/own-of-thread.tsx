/** What is a reader's own on a page of a thread, as what stands in the page's slots. */
import { drawHtml, drawOnce } from "../drawing/draw-html.ts";
import type { Own } from "../drawing/slots.ts";
import { mayEdit, type Person } from "../permissions.ts";
import { OwnActs, type OwnPost } from "../posts/own-acts.tsx";
import { OwnFate } from "../posts/own-fate.tsx";
import type { Marks, PostMarks, Thanks } from "../posts/post-marks.ts";
import { writeHave } from "../posts/read-press.ts";
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
  for (const key in marks) {
    const post = page.shown.find(Number(key))!;
    const mark = marks[post.id]!;
    if (mark.newer) own[`new-${post.id}`] = drawNewMark(mark.newer.next);
    own[`have-${post.id}`] = haveOf(post, post.authorId === person.id, mark);
  }
  for (const post of page.shown.by(person.id)) {
    const { id, state, dueAt } = post;
    own[`have-${id}`] ??= haveOf(post, true, {});
    own[`own-${id}`] = drawOwnActs(person, post, page, marks[id]?.thanks);
    if (state !== "published") own[`fate-${id}`] = drawHtml(<OwnFate {...{ id, state, dueAt }} />);
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

/** What is pressed. Nobody votes on their own post or thanks for it, and of a withdrawn one only what was pressed can be taken back. */
function haveOf(post: OwnPost, isOwn: boolean, mark: PostMarks): string {
  const { isWithdrawn } = post;
  const isPressed = (state: boolean | undefined, isOffered: boolean) =>
    state || (isOffered && !isWithdrawn ? false : null);
  return writeHave({
    worth: isPressed(mark.vote?.worth, !isOwn),
    agree: mark.vote?.agree ?? 0,
    thanks: isPressed(mark.isThanked, !isOwn),
    saved: isPressed(mark.isSaved, true),
  });
}

function drawOwnActs(
  person: Person,
  post: OwnPost,
  thread: PageFacts,
  thanks: Thanks | undefined,
): string {
  const mayEditNow = !mayEdit(person, post, thread);
  const { id, state, isWithdrawn, votes } = post;
  const key = `own ${id} ${state} ${isWithdrawn} ${mayEditNow} ${votes?.voters} ${votes?.worth} ${thanks?.count}`;
  return drawOnce(key, () => <OwnActs {...{ person, post, thread, thanks }} />);
}
