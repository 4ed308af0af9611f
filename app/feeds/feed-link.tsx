/** The way from a list to its feed. */
import { say } from "../strings/say.ts";
import { feedPath, feedTypes, type Query } from "./feed.ts";

interface FeedLinkProps {
  /** Of the list. */
  path: string;
  query?: Query;
}

export const FeedLink = ({ path, query = {} }: FeedLinkProps) => (
  <a href={feedPath(path, "xml", query)} type={feedTypes.xml}>
    {say("feeds.link")}
  </a>
);

/** The same as a line below a list. */
export const FeedLine = (props: FeedLinkProps) => (
  <p className="meta">
    <FeedLink {...props} />
  </p>
);
