/** The forms for writing, told by the addresses that they go to. */
import { readId } from "./draft.ts";

export type Place =
  | { form: "thread" }
  | { form: "reply"; threadId: number; parentId: number | null }
  | { form: "edit"; postId: number; isAsked?: true };

/** The form that goes to an address, with what it answers as `?parent=`; null when there is none. */
export function readPlace(address: string): Place | null {
  if (address === "/threads/new") return { form: "thread" };
  const [, thread, parent] =
    /^\/threads\/(\d{1,15})\/reply(?:\?parent=(\d{1,15}))?$/.exec(address) ?? [];
  const threadId = readId(thread ?? "");
  if (threadId !== null) return { form: "reply", threadId, parentId: readId(parent ?? "") };
  const [, post, deed] = /^\/posts\/(\d{1,15})\/(edit|rewrite)$/.exec(address) ?? [];
  const postId = readId(post ?? "");
  if (postId === null) return null;
  return { form: "edit", postId, ...(deed === "rewrite" ? { isAsked: true } : {}) };
}

/** The one address of a form with what it answers. */
export function placeAddress(place: Place): string {
  if (place.form === "thread") return "/threads/new";
  if (place.form === "edit") return `/posts/${place.postId}/${place.isAsked ? "rewrite" : "edit"}`;
  const { threadId, parentId } = place;
  return `/threads/${threadId}/reply${parentId === null ? "" : `?parent=${parentId}`}`;
}

/** An address of the form with one more wish, such as which draft to go on with. */
export const placeWith = (address: string, wish: string) =>
  `${address}${address.includes("?") ? "&" : "?"}${wish}`;
