/** What a page says of its feeds to programs that look for them. */
import { say } from "../strings/say.ts";
import { feedForms, feedPath, feedTypes, type Query } from "./feed.ts";

/** For the head of a list's page: its feed in each form, by the list's name. */
export const feedLinks = (path: string, name: string, query: Query = {}) =>
  feedForms.map((form) => ({
    type: feedTypes[form],
    href: feedPath(path, form, query),
    title: say(`feeds.title.${form}`, { name }),
  }));
