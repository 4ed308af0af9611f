/** Where a text of the outer forum refers to that forum itself. */
import { quoteOpens, readQuoted } from "./bracket-tags.ts";

/** A post of the outer forum, or a thread where no number is given. */
export interface Place {
  thread: number;
  number: number | null;
}

/** What stands here in the place of an outer post or thread. */
export interface Here {
  path: string;
  /** The thread's title. */
  title: string;
  /** Of a post; null for a thread. */
  postId: number | null;
  author: string | null;
}

export const placeKey = ({ thread, number }: Place) => `${thread}/${number ?? ""}`;

/** The addresses of threads and posts on that forum. */
export function addressesOf(origin: string): RegExp {
  const host = origin.replace(/^https?:\/\//, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const slug = String.raw`(?:(?!\d+(?:[/?#\s)\]>"]|$))[^/\s()<>[\]"]+/)?`;
  return new RegExp(
    String.raw`https?://${host}/t/${slug}(\d{1,15})(?:/(\d{1,15}))?(?![\w/])(?:[?#][^\s()<>[\]"]*)?`,
    "gi",
  );
}

export const readPlace = (thread: string, number: string | undefined): Place => ({
  thread: Number(thread),
  number: number === undefined ? null : Number(number),
});

/** Every place that a text refers to, each once. */
export function findPlaces(raw: string, origin: string | null): Place[] {
  const places = new Map<string, Place>();
  const add = (place: Place) => places.set(placeKey(place), place);
  for (const [, attributes] of raw.matchAll(quoteOpens)) {
    const { thread, post } = readQuoted(attributes!);
    if (thread !== null && post !== null) add({ thread, number: post });
  }
  if (origin !== null) {
    for (const [, thread, number] of raw.matchAll(addressesOf(origin))) {
      add(readPlace(thread!, number));
    }
  }
  return [...places.values()];
}
