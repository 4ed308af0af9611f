/** The deeds of which the demonstration is made, in the order of time. */
import type { Trx } from "#db/open.server.ts";
import { withdrawPost } from "../posts/withdraw-post.server.ts";
import { recordChangedMind } from "../standing/record-changed-mind.server.ts";
import { sendExemplary } from "../standing/send-exemplary.server.ts";
import { editPost } from "../threads/edit-post.server.ts";
import { moderateThread } from "../threads/moderate-thread.server.ts";
import { postReply } from "../threads/post-reply.server.ts";
import { startThread } from "../threads/start-thread.server.ts";
import { castVote } from "../votes/cast-vote.server.ts";
import type { Cast } from "./add-people.server.ts";
import { ANSWERED, beganAt, type DemoPost, type DemoThread, flatten } from "./content.ts";
import { appealLock, letGo, takeDemoStep } from "./moderate-post.server.ts";
import { type DemoVote, votesOn } from "./votes.ts";
import { week } from "./week.ts";

export interface Step {
  at: number;
  /** What it writes, whose id is known from then on. */
  writes?: DemoThread | DemoPost;
  /** Does the deed, in the caller's transaction. */
  run: (trx: Trx, at: number) => Promise<unknown>;
}

/** Every deed of the week in the order of time, moved so that the last one lies a little before now; who votes later than that has not voted yet. */
export function allSteps(filling: Filling, now: number): Step[] {
  const written = week.flatMap((thread) => filling.stepsOf(thread));
  const last = Math.max(...written.map((step) => step.at));
  const steps = [...written, ...filling.voteSteps().filter((step) => step.at <= last)];
  const shift = now - 17 * 60 - last * 60;
  return steps
    .sort((one, other) => one.at - other.at)
    .map((step) => ({ ...step, at: Math.min(now, shift + step.at * 60) }));
}

/** Remembers which thread and post came of which words. */
export class Filling {
  readonly ids = new Map<DemoThread | DemoPost, number>();
  readonly #cast: Cast;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** The deeds of one thread; `at` in minutes of the week. */
  stepsOf(thread: DemoThread): Step[] {
    const began = beganAt(thread);
    const steps: Step[] = [
      { at: began, writes: thread, run: (trx, now) => this.#start(trx, thread, now) },
    ];
    for (const { post, parent } of flatten(thread)) {
      steps.push({
        at: began + post.minutes,
        writes: post,
        run: (trx, now) => this.#reply(trx, { thread, post, parent }, now),
      });
      if (post.edited) {
        steps.push({
          at: began + post.edited.minutes,
          run: (trx, now) => this.#edit(trx, post, now),
        });
      }
      if (post.withdrawn !== undefined) {
        steps.push({
          at: began + post.withdrawn,
          run: (trx, now) => this.#withdraw(trx, post, now),
        });
      }
      steps.push(...this.#honours(post, began), ...this.#caseSteps(post, began));
    }
    const last = steps.reduce((latest, step) => Math.max(latest, step.at), began);
    if (thread.pinned) {
      const reason = "Whoever comes here for the first time should find it.";
      steps.push({
        at: began + 1,
        run: (trx, now) => this.#moderate(trx, thread, "pin", reason, now),
      });
    }
    if (thread.locked) {
      const { reason } = thread.locked;
      steps.push({
        at: last + 30,
        run: (trx, now) => this.#moderate(trx, thread, "lock", reason, now),
      });
      steps.push(...this.#appealSteps(thread, last + 30));
    }
    return steps;
  }

  #honours(post: DemoPost, began: number): Step[] {
    const { minds = [], exemplary } = post;
    const idOf = () => this.ids.get(post)!;
    const steps: Step[] = minds.map(({ by, minutes, ...views }) => ({
      at: began + minutes,
      run: (trx, now) => recordChangedMind(trx, this.#cast[by], idOf(), views, now),
    }));
    if (!exemplary) return steps;
    const { by, minutes, line } = exemplary;
    const limits = Number.POSITIVE_INFINITY;
    const run = (trx: Trx, now: number) =>
      sendExemplary(trx, this.#cast[by], idOf(), line, { now, limits });
    return [...steps, { at: began + minutes, run }];
  }

  #caseSteps(post: DemoPost, began: number): Step[] {
    const author = this.#cast[post.by];
    return (post.moderated ?? []).map((step) => ({
      at: began + step.minutes,
      run: (trx, now) => {
        const on = { cast: this.#cast, author, postId: this.ids.get(post)! };
        return takeDemoStep(trx, on, step, now);
      },
    }));
  }

  #appealSteps(thread: DemoThread, lockedAt: number): Step[] {
    const appeal = thread.locked?.appeal;
    if (!appeal) return [];
    const on = { cast: this.#cast, by: thread.by, appeal };
    const take = (isAnswer: boolean) => (trx: Trx, now: number) =>
      appealLock(trx, this.ids.get(thread)!, { ...on, isAnswer }, now);
    return [
      { at: lockedAt + appeal.minutes, run: take(false) },
      { at: lockedAt + appeal.answered.minutes, run: take(true) },
    ];
  }

  /** Everybody's votes; `at` in minutes of the week. */
  voteSteps(): Step[] {
    const written = week.flatMap((thread) => {
      const began = beganAt(thread);
      const replies = flatten(thread).flatMap(({ post, depth }) =>
        post.withdrawn === undefined
          ? [{ ...post, depth, of: post, at: began + post.minutes }]
          : [],
      );
      return [{ by: thread.by, body: thread.body, depth: 0, of: thread, at: began }, ...replies];
    });
    return written.flatMap(({ at, of, ...post }, index) =>
      votesOn({ ...post, index }).map((vote) => ({
        at: at + vote.minutes,
        run: (trx: Trx, now: number) => this.#vote(trx, of, vote, now),
      })),
    );
  }

  async #vote(trx: Trx, of: DemoThread | DemoPost, { by, wish }: DemoVote, now: number) {
    const id = this.ids.get(of)!;
    await castVote(trx, this.#cast[by], "topics" in of ? await openingOf(trx, id) : id, wish, now);
  }

  async #start(trx: Trx, thread: DemoThread, now: number) {
    const { url = null, quote = null, disclosure = null, norms = null } = thread;
    const { title, body, topics } = thread;
    const draft = { title, body, topics, url, quote, disclosure, norms };
    const sending = { now, limits: Number.POSITIVE_INFINITY, key: null };
    const location = await startThread(trx, this.#cast[thread.by], draft, sending);
    this.ids.set(thread, Number(/\d+/.exec(location)![0]));
    await letGo(trx, this.#cast.Mo, now);
  }

  async #reply(
    trx: Trx,
    { thread, post, parent }: { thread: DemoThread; post: DemoPost; parent: DemoPost | null },
    now: number,
  ) {
    const draft = {
      body: (post.edited?.from ?? post.body).replaceAll(
        ANSWERED,
        String(parent && this.ids.get(parent)),
      ),
      parentId: parent && this.ids.get(parent)!,
      kind: post.kind ?? "reply",
    } as const;
    const sending = { now, limits: Number.POSITIVE_INFINITY, key: null };
    const location = await postReply(
      trx,
      this.#cast[post.by],
      this.ids.get(thread)!,
      draft,
      sending,
    );
    this.ids.set(post, Number(/#post-(\d+)/.exec(location)![1]));
    await letGo(trx, this.#cast.Mo, now);
  }

  #edit(trx: Trx, post: DemoPost, now: number) {
    const draft = { body: post.body, version: 1, title: null, topics: null };
    const limits = Number.POSITIVE_INFINITY;
    return editPost(trx, this.#cast[post.by], this.ids.get(post)!, draft, { now, limits });
  }

  #withdraw(trx: Trx, post: DemoPost, now: number) {
    const doing = { isRestored: false, now };
    return withdrawPost(trx, this.#cast[post.by], this.ids.get(post)!, doing);
  }

  #moderate(trx: Trx, thread: DemoThread, act: "pin" | "lock", reason: string, now: number) {
    const id = this.ids.get(thread)!;
    return moderateThread(trx, this.#cast.Mo, id, { act, isUndone: false, reason, now });
  }
}

async function openingOf(trx: Trx, threadId: number): Promise<number> {
  const thread = await trx
    .selectFrom("thread")
    .select("opening_post_id")
    .where("id", "=", threadId)
    .executeTakeFirstOrThrow();
  return thread.opening_post_id!;
}
