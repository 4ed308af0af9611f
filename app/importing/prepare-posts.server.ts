/** Posts are converted and rendered before the transaction that writes them, while their own ids are not known yet. */
import { createHash } from "node:crypto";
import { escapeHtml } from "../markdown/escape.ts";
import { MOST_CHARACTERS } from "../markdown/guards.ts";
import { renderOwn } from "../markdown/render.server.ts";
import { WrongForm } from "../refusals.ts";
import type { OuterPost } from "./discourse.ts";
import { findPlacesHere } from "./find-places.server.ts";
import { type Converted, markdownOfDiscourse } from "./markdown-of-discourse.ts";
import { outerKey } from "./outer-name.ts";
import { findPlaces, type Here, type Place, placeKey } from "./places.ts";
import { whereOf } from "./run.ts";
import type { Setting } from "./setting.ts";
import type { StagedOutline } from "./staging.server.ts";
import { writeAsCode } from "./write-as-code.ts";

/** A post that can be written. */
export interface Prepared {
  outline: StagedOutline;
  post: OuterPost;
  markdown: string;
  html: string;
  waits: boolean;
  /** The number that stands in it for the id of the first post prepared with it, the next for the second. */
  first: number;
}

/** Texts that are rendered at once. */
const LANES = 2;
/** Numbers from which on no post has its id, a hundred thousand apart. */
const UNWRITTEN = 700_000_000_000_000;
const APART = 100_000;
const unwritten = /(?<=\/posts\/)\d{15}(?!\d)/g;

/** Converts and renders posts of a thread; each may quote those before it. */
export async function preparePosts(
  setting: Setting,
  thread: { id: number; title: string },
  outlines: StagedOutline[],
): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  const first = firstUnwritten(outlines);
  const places = new Map(outlines.map(({ number }, index) => [number, index]));
  let next = 0;
  async function lane() {
    while (next < outlines.length) {
      const index = next++;
      const outline = outlines[index]!;
      const post = setting.staging.post(thread.id, outline.number)!;
      const findEarlier = (number: number): Here | null => {
        const place = places.get(number);
        if (place === undefined || place >= index) return null;
        const { key, isWithdrawn } = outlines[place]!;
        return {
          path: `/posts/${first + place}`,
          title: thread.title,
          postId: isWithdrawn ? null : first + place,
          author: setting.people.byKey.get(key)?.name ?? null,
        };
      };
      const converted = await convertPost(setting, post, findEarlier);
      const html = await renderPost(setting, converted, whereOf(outline));
      const { markdown, waits } = converted;
      prepared[index] = { outline, post, markdown, html, waits, first };
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  return prepared;
}

/** Made from the texts themselves, so that none of them can hold it. */
function firstUnwritten(outlines: readonly StagedOutline[]) {
  const hash = createHash("sha256");
  for (const outline of outlines) hash.update(outline.hash);
  return UNWRITTEN + APART * (hash.digest().readUInt32BE() % 1_000_000_000);
}

/** The text with the ids of posts that were written since, in the order in which they were prepared. */
export const withIds = (text: string, first: number, ids: readonly number[]) =>
  text.replace(unwritten, (number) => String(ids[Number(number) - first] ?? number));

export interface Fitting extends Converted {
  /** Whether it would be longer than any text here, and is code instead. */
  isAsWritten: boolean;
}

/** One post as Markdown of this forum, as far as what it refers to is here. */
export async function convertPost(
  { db, wish, people }: Setting,
  post: OuterPost,
  findEarlier: (number: number) => Here | null = () => null,
): Promise<Fitting> {
  const isEarlier = ({ thread, number }: Place) =>
    thread === post.thread && number !== null && findEarlier(number) !== null;
  const elsewhere = findPlaces(post.raw, wish.origin).filter((place) => !isEarlier(place));
  const here = await findPlacesHere(db, wish.source, elsewhere);
  const converted = markdownOfDiscourse(post.raw, {
    origin: wish.origin,
    uploads: post.uploads,
    nameHere: (name) => people.byName.get(outerKey(name))?.name ?? null,
    find: (place) =>
      isEarlier(place) ? findEarlier(place.number!) : (here.get(placeKey(place)) ?? null),
  });
  // Each line of a quotation in quotations gets a mark for each of them.
  const isAsWritten = converted.markdown.length > MOST_CHARACTERS;
  if (!isAsWritten) return { ...converted, isAsWritten };
  const markdown = writeAsCode(post.raw, MOST_CHARACTERS);
  return { markdown, people: [], posts: [], waits: false, isAsWritten };
}

/** Its HTML; a text that cannot be laid out is shown as it was written, which is told. */
export async function renderPost(
  { voice }: Setting,
  { markdown, people, posts, isAsWritten }: Fitting,
  where: string,
): Promise<string> {
  if (isAsWritten) voice.tell(where, { key: "import.as-written" });
  try {
    return await renderOwn(markdown, { people, posts });
  } catch (error) {
    if (!(error instanceof WrongForm)) throw error;
    voice.tell(where, { key: "import.as-written" });
    if (error.cause) voice.report(error.cause, where);
    return `<pre tabindex="0">${escapeHtml(markdown)}</pre>`;
  }
}
