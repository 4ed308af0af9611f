/** The orders of replies in an address and on the page. */
import { say } from "../strings/say.ts";
import { REPLY_ORDERS, type ReplyOrder } from "./tree.ts";

/** The order that an address asks for; best when it names none that there is. */
export const readReplyOrder = (name: string | null): ReplyOrder =>
  REPLY_ORDERS.find((order) => order === name) ?? "best";

export const replyTabs = () =>
  REPLY_ORDERS.map((name) => ({ name, label: say(`threads.replies.order.${name}`) }));
