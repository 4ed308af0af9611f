/** A topic's name, leading to its page. */
import { topicPath } from "./topic.ts";

export function TopicLink({ topic }: { topic: { name: string; slug: string } }) {
  return <a href={topicPath(topic.slug)}>{topic.name}</a>;
}
