/** Threads and replies, written through the forum's own forms. */

import { parse } from "parse5";
import { attribute, elements, form } from "./forms.ts";
import type { Visitor } from "./visitor.ts";

type Fields = Record<string, string>;

let written = 0;

/** Words that nobody sent before: the same again would lead to what stands. */
const unlike = (words: string) => `${words}\n\nSaid as number ${++written}.`;

/** Starts a thread by its form; answers its path and id. */
export async function startThread(visitor: Visitor, fields: Fields = {}) {
  const answer = await visitor.fillIn("/threads/new", "/threads/new", {
    ...{
      title: "A claim about weights",
      body: unlike("Because it is so."),
      topics: "Open weights",
    },
    ...fields,
  });
  if (answer.status !== 302) throw new Error(`no thread, but ${answer.status}: ${answer.body}`);
  const path = answer.location!;
  return { path, id: Number(/^\/threads\/(\d+)/.exec(path)![1]) };
}

/** Replies by the form; answers the number of the post. */
export async function reply(visitor: Visitor, threadId: number, fields: Fields = {}) {
  const address = `/threads/${threadId}/reply`;
  const query = fields.parent ? `?parent=${fields.parent}` : "";
  const answer = await visitor.fillIn(address + query, address, {
    body: unlike("And yet."),
    ...fields,
  });
  if (answer.status !== 302) throw new Error(`no reply, but ${answer.status}: ${answer.body}`);
  return Number(/#post-(\d+)$/.exec(answer.location!)![1]);
}

/** The thread as data. */
export async function dataOf(visitor: Visitor, threadId: number, query = "") {
  const answer = await visitor.get(`/threads/${threadId}.json${query}`);
  return JSON.parse(answer.body);
}

/** The names of a form's fields, in their order. */
export const fieldsOf = (html: string, action: string) => Object.keys(form(html, action));

/** All links of a page with a rel, or with any. */
export const linksOf = (html: string, rel?: string) =>
  elements(parse(html), "a", "link")
    .filter((element) => !rel || attribute(element, "rel") === rel)
    .map((element) => attribute(element, "href") ?? "");

/** The ids of the posts that a page shows, in their order. */
export const postsOn = (html: string) =>
  elements(parse(html), "article")
    .map((element) => /^post-(\d+)$/.exec(attribute(element, "id") ?? "")?.[1])
    .filter((id) => id !== undefined)
    .map(Number);
