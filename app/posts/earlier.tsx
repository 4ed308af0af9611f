/** On a later page of replies: that there are some before these, and the way back to them. */
import { say } from "../strings/say.ts";
import { pageQuery } from "./post-place.ts";
import type { ReplyOrder } from "./tree.ts";

interface EarlierProps {
  /** The address of the thread. */
  path: string;
  order: ReplyOrder;
  branchId: number | null;
  /** Whether nothing stands on this page: its address leads beyond the end. */
  isEnd: boolean;
}

export function Earlier({ path, order, branchId, isEnd }: EarlierProps) {
  return (
    <p className={isEnd ? "gone" : "branch-note"}>
      {say(isEnd ? "threads.replies.end" : "threads.replies.later")}{" "}
      <a rel="first" href={`${path}${pageQuery(order, branchId)}#replies`}>
        {say("list.first")}
      </a>
    </p>
  );
}
