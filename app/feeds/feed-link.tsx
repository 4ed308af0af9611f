/** The way from a list to its feed. */
import { say } from "../strings/say.ts";
import { feedPath, feedTypes, type Query } from "./feed.ts";

export const FeedLink = ({ path, query = {} }: { path: string; query?: Query }) => (
  <a href={feedPath(path, "xml", query)} type={feedTypes.xml} rel="alternate">
    {say("feeds.link")}
  </a>
);
