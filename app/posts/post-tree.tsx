/** Replies below one another, as nested lists. */
import { say } from "../strings/say.ts";
import { type Around, Post } from "./post.tsx";
import type { PostView } from "./post-view.ts";
import type { Node } from "./tree.ts";

interface PostTreeProps {
  nodes: Node<PostView>[];
  around: Around;
  /** The address of the thread, to which that of a page is added. */
  path: string;
  parentAuthor?: string | undefined;
  isTop?: boolean;
}

export function PostTree({ nodes, around, path, parentAuthor, isTop = true }: PostTreeProps) {
  return (
    <ol className={isTop ? "replies tree" : "replies"}>
      {nodes.map((node) => (
        <li key={node.post.id}>
          <Post post={node.post} around={around} parentAuthor={parentAuthor} />
          {node.replies.length > 0 && (
            <PostTree
              nodes={node.replies}
              around={around}
              path={path}
              parentAuthor={node.post.author}
              isTop={false}
            />
          )}
          {node.more && (
            <p className="missing">
              <a href={`${path}${node.more}`}>
                {say(
                  node.replies.length > 0 ? "threads.replies.missing" : "threads.replies.below",
                  {
                    count: node.missing,
                    author: node.post.author,
                  },
                )}
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
