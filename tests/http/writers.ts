/** People who write one reply after another, each form with its own key, which is sent again until it is answered. */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { say } from "#app/strings/say.ts";
import type { Db } from "#db/open.server.ts";
import { form } from "./forms.ts";
import type { Answer, Visitor } from "./visitor.ts";

/** Between two sendings of a form that was not answered, and between two forms, in milliseconds. */
const PAUSE = 200;
const BREATH = 20;

export interface Stream {
  /** The id of the post that each text became, by the answers that were read whole. */
  posted: Map<string, number>;
  /** Answers that said to send again, and sendings that nobody answered. */
  away: number;
  unanswered: number;
  /** What was answered and should not have been. */
  wrong: string[];
}

/** Nobody has written yet; whoever still writes when the test is over stops. */
export function openStream(): Stream {
  const stream: Stream = { posted: new Map(), away: 0, unanswered: 0, wrong: [] };
  onTestFinished(() => {
    stream.wrong.push("The test was over.");
  });
  return stream;
}

/** Replies to a thread for as long as `goesOn` says; ends when the last form is answered. Each sending goes to whom `at` names at that moment. */
export async function keepReplying(
  stream: Stream,
  threadId: number,
  { name, at, goesOn }: { name: string; at: () => Visitor; goesOn: () => boolean },
) {
  const address = `/threads/${threadId}/reply`;
  for (let number = 1; goesOn() && stream.wrong.length === 0; number += 1) {
    const body = `${name} writes for the ${number}th time: is 1 < 2 & "so on"?\r\n\r\nIt is.`;
    let fields: Record<string, string> = { key: randomUUID(), body };
    while (stream.wrong.length === 0) {
      const answer = await at()
        .post(address, fields)
        .catch(() => null);
      const post = answer?.status === 302 && /#post-(\d+)$/.exec(answer.location ?? "");
      if (post) {
        stream.posted.set(body, Number(post[1]));
        break;
      }
      if (answer?.status === 503) {
        stream.away += 1;
        fields = sendAgain(stream, answer, address, fields);
      } else if (answer && !answer.body.includes(say("markdown.too-slow"))) {
        stream.wrong.push(`${answer.status} to "${body}": ${answer.body.slice(0, 2_000)}`);
        return;
      } else if (!answer) stream.unanswered += 1;
      // A machine with other work may take a second over a text, which is asked for again.
      await setTimeout(PAUSE);
    }
    await setTimeout(BREATH);
  }
}

/** The form that the answer hands back, as a browser would send it. */
function sendAgain(
  stream: Stream,
  { body, headers }: Answer,
  address: string,
  fields: Record<string, string>,
) {
  const kept = body.includes(`action="${address}"`) ? form(body, address) : {};
  const isWhole = JSON.stringify(kept) === JSON.stringify(fields);
  if (!isWhole) stream.wrong.push(`not the form that was sent, but ${body}`);
  if (headers["retry-after"] !== "5") stream.wrong.push(`Retry-After: ${headers["retry-after"]}`);
  if (headers["set-cookie"]) stream.wrong.push(`Set-Cookie: ${headers["set-cookie"]}`);
  return isWhole ? kept : fields;
}

/** What is wrong with the posts of a thread, compared with what was acknowledged: each text once, as the post that was named, and none besides. */
export async function compareWithAcknowledged(db: Db, threadId: number, { posted }: Stream) {
  const rows = await db
    .selectFrom("post")
    .select(["id", "body"])
    .where("thread_id", "=", threadId)
    .where("depth", ">", 0)
    .execute();
  const wanted = new Map([...posted].map(([body, id]) => [id, body.replaceAll("\r\n", "\n")]));
  const wrong: string[] = [];
  for (const { id, body } of rows) {
    const text = body.replaceAll("\r\n", "\n");
    if (wanted.get(id) !== text) wrong.push(`post ${id} was not acknowledged so: ${text}`);
    wanted.delete(id);
  }
  for (const [id, text] of wanted) wrong.push(`post ${id} is lost: ${text}`);
  return wrong;
}
