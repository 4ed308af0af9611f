/** Fills an empty forum with the demonstration, by the deeds that people do. */
import { alone } from "#db/alone.server.ts";
import type { Db } from "#db/open.server.ts";
import { hashPassword } from "../accounts/hash-password.server.ts";
import { withdrawPost } from "../posts/withdraw-post.server.ts";
import { Refusal } from "../refusals.ts";
import { recordChangedMind } from "../standing/record-changed-mind.server.ts";
import { sendExemplary } from "../standing/send-exemplary.server.ts";
import { editPost } from "../threads/edit-post.server.ts";
import { moderateThread } from "../threads/moderate-thread.server.ts";
import { postReply } from "../threads/post-reply.server.ts";
import { startThread } from "../threads/start-thread.server.ts";
import { castVote } from "../votes/cast-vote.server.ts";
import { addPeople, type Cast } from "./add-people.server.ts";
import { ANSWERED, beganAt, type DemoPost, type DemoThread, flatten } from "./content.ts";
import { appealLock, letGo, takeDemoStep } from "./moderate-post.server.ts";
import { type DemoVote, votesOn } from "./votes.ts";
import { week } from "./week.ts";

/** Everybody's password in the demonstration; a public forum refuses to start while it works. */
export const DEMO_PASSWORD = "steel yourself politely";

const DONE = "demonstration";

/** Fills a forum that has nobody yet; a filling that was cut off goes on where it was, and one that another process has begun is waited for. */
export const fillForum = (db: Db, now: number): Promise<void> => alone(db, () => fill(db, now));

async function fill(db: Db, now: number) {
  const state = await db
    .selectFrom("setting")
    .select("value")
    .where("name", "=", DONE)
    .executeTakeFirst();
  const anybody = await db.selectFrom("person").select("id").limit(1).executeTakeFirst();
  if (state ? state.value === "done" : anybody) return;
  if (!state) await db.insertInto("setting").values({ name: DONE, value: "begun" }).execute();
  const steps = allSteps(
    new Filling(db, await addPeople(db, () => hashPassword(DEMO_PASSWORD), now)),
    now,
  );
  for (const step of steps) await step.run(step.at);
  await db.updateTable("setting").set({ value: "done" }).where("name", "=", DONE).execute();
}

/** The names that sign in with the demonstration's password, as long as they can. */
export async function demonstrationNames(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("person")
    .innerJoin("password", "password.person_id", "person.id")
    .select("person.name")
    .where("person.is_demonstration", "=", 1)
    .orderBy("person.id")
    .execute();
  return rows.map((row) => row.name);
}

interface Step {
  at: number;
  run: (at: number) => Promise<unknown>;
}

/** Every deed of the week in the order of time, moved so that the last one lies a little before now; who votes later than that has not voted yet. */
function allSteps(filling: Filling, now: number): Step[] {
  const written = week.flatMap((thread) => filling.stepsOf(thread));
  const last = Math.max(...written.map((step) => step.at));
  const steps = [...written, ...filling.voteSteps().filter((step) => step.at <= last)];
  const shift = now - 17 * 60 - last * 60;
  return steps
    .sort((one, other) => one.at - other.at)
    .map(({ at, run }) => ({ at: Math.min(now, shift + at * 60), run }));
}

/** Remembers which thread and post came of which words. Every deed may be done twice: its form has a key. */
class Filling {
  readonly #db: Db;
  readonly #cast: Cast;
  readonly #ids = new Map<DemoThread | DemoPost, number>();

  constructor(db: Db, cast: Cast) {
    this.#db = db;
    this.#cast = cast;
  }

  /** The deeds of one thread; `at` in minutes of the week. */
  stepsOf(thread: DemoThread): Step[] {
    const began = beganAt(thread);
    const steps: Step[] = [{ at: began, run: (now) => this.#start(thread, now) }];
    for (const [index, { post, parent }] of flatten(thread).entries()) {
      const key = `${thread.title} ${index}`;
      steps.push({
        at: began + post.minutes,
        run: (now) => this.#reply(thread, post, parent, key, now),
      });
      if (post.edited) {
        steps.push({ at: began + post.edited.minutes, run: (now) => this.#edit(post, now) });
      }
      if (post.withdrawn !== undefined) {
        steps.push({ at: began + post.withdrawn, run: (now) => this.#withdraw(post, now) });
      }
      steps.push(...this.#honours(post, began), ...this.#caseSteps(post, began));
    }
    const last = steps.reduce((latest, step) => Math.max(latest, step.at), began);
    if (thread.pinned) {
      const reason = "Whoever comes here for the first time should find it.";
      steps.push({ at: began + 1, run: (now) => this.#moderate(thread, "pin", reason, now) });
    }
    if (thread.locked) {
      const { reason } = thread.locked;
      steps.push({ at: last + 30, run: (now) => this.#moderate(thread, "lock", reason, now) });
      steps.push(...this.#appealSteps(thread, last + 30));
    }
    return steps;
  }

  #honours(post: DemoPost, began: number): Step[] {
    const { minds = [], exemplary } = post;
    const idOf = () => this.#ids.get(post)!;
    const steps: Step[] = minds.map(({ by, minutes, ...views }) => ({
      at: began + minutes,
      run: (now) => recordChangedMind(this.#db, this.#cast[by], idOf(), views, now),
    }));
    if (!exemplary) return steps;
    const { by, minutes, line } = exemplary;
    const limits = Number.POSITIVE_INFINITY;
    const run = (now: number) =>
      sendExemplary(this.#db, this.#cast[by], idOf(), line, { now, limits });
    return [...steps, { at: began + minutes, run }];
  }

  #caseSteps(post: DemoPost, began: number): Step[] {
    const author = this.#cast[post.by];
    return (post.moderated ?? []).map((step) => ({
      at: began + step.minutes,
      run: (now) => {
        const on = { cast: this.#cast, author, postId: this.#ids.get(post)! };
        return takeDemoStep(this.#db, on, step, now);
      },
    }));
  }

  #appealSteps(thread: DemoThread, lockedAt: number): Step[] {
    const appeal = thread.locked?.appeal;
    if (!appeal) return [];
    const on = { cast: this.#cast, by: thread.by, appeal };
    const take = (isAnswer: boolean) => (now: number) =>
      appealLock(this.#db, this.#ids.get(thread)!, { ...on, isAnswer }, now);
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
        run: (now: number) => this.#vote(of, vote, now),
      })),
    );
  }

  async #vote(of: DemoThread | DemoPost, { by, wish }: DemoVote, now: number) {
    const id = this.#ids.get(of)!;
    await castVote(
      this.#db,
      this.#cast[by],
      "topics" in of ? await this.#opening(id) : id,
      wish,
      now,
    );
  }

  async #opening(threadId: number): Promise<number> {
    const thread = await this.#db
      .selectFrom("thread")
      .select("opening_post_id")
      .where("id", "=", threadId)
      .executeTakeFirstOrThrow();
    return thread.opening_post_id!;
  }

  async #start(thread: DemoThread, now: number) {
    const { url = null, quote = null, disclosure = null, norms = null } = thread;
    const { title, body, topics } = thread;
    const draft = { title, body, topics, url, quote, disclosure, norms };
    const sending = { now, limits: Number.POSITIVE_INFINITY, key: title };
    const location = await startThread(this.#db, this.#cast[thread.by], draft, sending);
    this.#ids.set(thread, Number(/\d+/.exec(location)![0]));
    await letGo(this.#db, this.#cast.Mo, now);
  }

  async #reply(
    thread: DemoThread,
    post: DemoPost,
    parent: DemoPost | null,
    key: string,
    now: number,
  ) {
    const draft = {
      body: (post.edited?.from ?? post.body).replaceAll(
        ANSWERED,
        String(parent && this.#ids.get(parent)),
      ),
      parentId: parent && this.#ids.get(parent)!,
      kind: post.kind ?? "reply",
    } as const;
    const sending = { now, limits: Number.POSITIVE_INFINITY, key };
    const location = await postReply(
      this.#db,
      this.#cast[post.by],
      this.#ids.get(thread)!,
      draft,
      sending,
    );
    this.#ids.set(post, Number(/#post-(\d+)/.exec(location)![1]));
    await letGo(this.#db, this.#cast.Mo, now);
  }

  async #edit(post: DemoPost, now: number) {
    const draft = { body: post.body, version: 1, title: null, topics: null };
    const limits = Number.POSITIVE_INFINITY;
    await editPost(this.#db, this.#cast[post.by], this.#ids.get(post)!, draft, { now, limits });
  }

  async #withdraw(post: DemoPost, now: number) {
    try {
      await withdrawPost(this.#db, this.#cast[post.by], this.#ids.get(post)!, {
        isRestored: false,
        now,
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  #moderate(thread: DemoThread, act: "pin" | "lock", reason: string, now: number) {
    const id = this.#ids.get(thread)!;
    return moderateThread(this.#db, this.#cast.Mo, id, { act, isUndone: false, reason, now });
  }
}
