/** All sorts of deeds at random, of those that change what pages show, and which of them the forum let happen. */
import { changeProfile } from "#app/accounts/change-profile.server.ts";
import { changeRole } from "#app/administration/change-role.server.ts";
import { blockPerson } from "#app/blocks/block-person.server.ts";
import { flagPost } from "#app/flags/flag-post.server.ts";
import { takeBack } from "#app/flags/take-back.server.ts";
import { follow } from "#app/following/follow.server.ts";
import { followLevels } from "#app/following/level.ts";
import { decideCase } from "#app/moderation/decide-case.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { openCase } from "#app/moderation/open-case.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import type { Person } from "#app/permissions.ts";
import { thankPost } from "#app/posts/thank-post.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { refreshThreads } from "#app/ranking/refresh-threads.server.ts";
import { savePost } from "#app/reading/save-post.server.ts";
import { quoteWhole } from "#app/references/quote-markdown.ts";
import { Refusal, WrongForm } from "#app/refusals.ts";
import { changeRule } from "#app/rules/change-rules.server.ts";
import { listRules } from "#app/rules/list-rules.server.ts";
import { recordChangedMind } from "#app/standing/record-changed-mind.server.ts";
import { withdrawChangedMind } from "#app/standing/withdraw-changed-mind.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { mergeThreads } from "#app/threads/merge-threads.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { moveToTopics } from "#app/threads/move-to-topics.server.ts";
import { quietThread } from "#app/threads/quiet-thread.server.ts";
import { slowThread } from "#app/threads/slow-thread.server.ts";
import { splitBranch } from "#app/threads/split-branch.server.ts";
import { addTopic, mergeTopics, renameTopic } from "#app/topics/change-topics.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { sees } from "../flags/flagging.ts";
import { START } from "../forum.ts";
import { beginThread, reply, sending } from "../threads/thread.ts";

const reason = "It goes in circles.";

const DAY = 86_400;
/** More in one hour than a moderator may. */
const manyAt = { now: START, limits: 1_000_000 };

interface Post {
  id: number;
  threadId: number;
  author: Person;
}

/** A stream of numbers from 0 to 1 (mulberry32). */
export function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Deeds in a forum of these people, six threads and six topics; every one changes something or is refused. */
export async function openDeeds(db: Db, people: Person[], root: Person, random: () => number) {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const posts: Post[] = [];
  const openings: Post[] = [];
  const slugs = ["open-weights", "licences"];
  const recent = () => openings.slice(-6);
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  const someTopics = () => [...new Set([pick(slugs), pick(slugs)])];
  const standingTopics = async () =>
    db
      .selectFrom("topic")
      .select(["id", "slug", "name"])
      .where("merged_into_id", "is", null)
      .orderBy("id")
      .execute();
  const edit = async ({ id, author }: Post, more: { title?: string; topics?: string[] } = {}) => {
    const { version } = await postOf(db, id);
    const draft = { body: `Edited ${next()}`, version, title: null, topics: null, ...more };
    await editPost(db, author, id, draft, sending());
  };
  /** Posts that went to another thread are known there. */
  const placeAgain = async () => {
    const rows = await db.selectFrom("post").select(["id", "thread_id"]).execute();
    const threads = new Map(rows.map(({ id, thread_id }) => [id, thread_id]));
    for (const post of posts) post.threadId = threads.get(post.id)!;
    for (const post of openings) post.threadId = threads.get(post.id)!;
  };
  const deeds = {
    async begin() {
      const author = pick(people);
      const draft = { title: `Question ${next()}`, topics: someTopics() };
      const { openingId: id, threadId } = await beginThread(db, author, draft);
      posts.push({ id, threadId, author });
      openings.push({ id, threadId, author });
    },
    async reply() {
      const [author, { threadId }] = [pick(people), pick(openings)];
      const id = await reply(db, author, threadId, { body: `Reply ${next()}` });
      posts.push({ id, threadId, author });
    },
    /** The page of the post that is quoted names who quotes it. */
    async quote() {
      const [author, { threadId }] = [pick(people), pick(recent())];
      const others = recent().map((opening) => opening.threadId);
      const quoted = pick(
        posts.filter((post) => post.threadId !== threadId && others.includes(post.threadId)),
      );
      const { body } = await postOf(db, quoted.id);
      const quotation = quoteWhole({ id: quoted.id, author: quoted.author.name }, body);
      const id = await reply(db, author, threadId, { body: `${quotation}Quoting ${next()}` });
      posts.push({ id, threadId, author });
    },
    edit: () => edit(pick(posts)),
    editOpening: () => edit(pick(recent()), { title: `Title ${next()}`, topics: someTopics() }),
    withdraw() {
      const post = pick(posts);
      return withdrawPost(db, post.author, post.id, { isRestored: random() < 0.6, now: START });
    },
    moderate() {
      const [act, isUndone] = [pick(["lock", "pin"] as const), random() < 0.6];
      const { threadId } = pick(openings);
      return moderateThread(db, root, threadId, { act, isUndone, reason, ...manyAt });
    },
    quiet() {
      const { threadId, author } = pick(openings);
      const isEnded = random() < 0.5;
      return quietThread(db, author, threadId, { isEnded, reason, now: START });
    },
    slow() {
      const seconds = pick([60, 300, null]);
      return slowThread(db, root, pick(openings).threadId, { seconds, reason, now: START });
    },
    async moveToTopics() {
      const topics = [pick(await standingTopics()).slug];
      const { threadId } = pick(recent());
      return moveToTopics(db, root, threadId, { topics, reason, now: START });
    },
    async split() {
      const post = pick(posts);
      await splitBranch(db, root, post.id, {
        ...{ title: `Split ${next()}`, reason, ...manyAt },
      });
      await placeAgain();
      openings.push(post);
    },
    async mergeThreads() {
      const [from, into] = [pick(openings.slice(0, -3)), pick(posts)];
      await mergeThreads(db, root, from.threadId, {
        ...{ intoId: into.threadId, parentId: into.id, reason, ...manyAt },
      });
      openings.splice(openings.indexOf(from), 1);
      await placeAgain();
    },
    /** What is blocked is told to nobody, and shows nowhere. */
    block: () =>
      blockPerson(db, pick(people), pick(people).id, {
        ...{ isBlocked: random() < 0.3, now: START, limits: 1_000_000 },
      }),
    async renameTopic() {
      const { id, slug } = pick(await standingTopics());
      const draft = { name: `Weights ${next()}`, slug, about: "" };
      await renameTopic(db, root, id, draft, "The name says more.", START);
    },
    profile: () =>
      changeProfile(db, pick(people), { about: `About ${next()}` }, { now: START, scale: 100 }),
    thank: () =>
      thankPost(db, pick(people), pick(posts).id, { isThanked: random() < 0.5, now: START }),
    /** Late enough that whoever votes first shows the counts; what follows from votes follows at once here. */
    async vote() {
      const wish = { worth: pick([0, 1] as const), agree: pick([-1, 0, 1] as const) };
      await castVote(db, pick(people), pick(posts).id, wish, START + DAY);
      await refreshThreads(db, START + DAY);
    },
    /** What is sure to insult sinks, is folded away where two say so, and is hidden where it is urgent. */
    async flag() {
      const reason = pick(["other", "other", "spam", "off-topic", "illegal"] as const);
      const draft = { reason, passage: null, note: "" };
      const means = { now: START + DAY, limits: 1_000_000, scorer: sees(0.95) };
      await flagPost(db, pick(people), pick(posts).id, draft, means);
      await refreshThreads(db, START + DAY);
    },
    async takeFlagBack() {
      await takeBack(db, pick(people), pick(posts).id, START + DAY);
      await refreshThreads(db, START + DAY);
    },
    /** What is decided folds posts away, takes them out and brings them back; authors and the clock go on from there. */
    async decide() {
      const open = await db
        .selectFrom("case")
        .select(["id", "version"])
        .where("closed_at", "is", null)
        .orderBy("id")
        .execute();
      const how = { ruleId: null, reason, now: START + DAY, limits: 1_000_000 };
      if (open.length === 0 || random() < 0.3) {
        const kind = pick(["ask", "ask", "remove"] as const);
        await openCase(db, root, pick(posts).id, { kind, ...how });
      } else {
        const kind = pick(["dismiss", "ask", "redact", "remove", "restore", "confirm"] as const);
        const { id, version } = pick(open);
        await decideCase(db, root, id, { kind, version, ...how });
      }
    },
    /** Of one that is asked about; where there is none, one is asked about first. */
    async rewrite() {
      const asked = await db.selectFrom("post").select("id").where("state", "=", "asked").execute();
      const known = posts.filter((post) => asked.some((other) => other.id === post.id));
      const { id, author } = pick(known.length > 0 ? known : posts);
      if (known.length === 0) {
        const how = { ruleId: null, reason, now: START + DAY, limits: 1_000_000 };
        await openCase(db, root, id, { kind: "ask", ...how });
        return;
      }
      const { version } = await postOf(db, id);
      const means = { now: START + DAY, limits: 1_000_000, scorer: () => undefined };
      await rewritePost(db, author, id, { body: `Anew ${next()}`, version }, means);
    },
    async undo() {
      const acts = await db.selectFrom("action").select("id").orderBy("id").execute();
      if (acts.length === 0) return;
      await undoAct(db, root, pick(acts).id, { reason, now: START + DAY });
    },
    async keepTime() {
      await keepTime(db, START + 5 * DAY, (error) => {
        throw error;
      });
    },
    async changeRule() {
      const rule = pick(await listRules(db));
      const draft = { title: `Rule ${next()}`, body: "So.", position: pick([1, 2, 3]) };
      await changeRule(db, root, rule.slug, draft, {
        ...{ reason, now: START, version: rule.changed_at },
      });
    },
    /** The page of the post tells how many minds it changed, and so do both profiles. */
    async changeMind() {
      const [person, { id }] = [pick(people), pick(posts)];
      if (random() < 0.4) return withdrawChangedMind(db, person, id, START);
      const draft = { before: "Otherwise.", now: `Since then ${next()}` };
      return recordChangedMind(db, person, id, draft, START + 40 * DAY * next());
    },
    /** What is muted stays unseen, what is followed comes to the order of following. */
    follow() {
      const kind = pick(["topic", "thread", "branch", "person"] as const);
      const ids = {
        topic: () => 1 + Math.floor(random() * 6),
        thread: () => pick(openings).threadId,
        branch: () => pick(posts).id,
        person: () => pick(people).id,
      };
      const level = pick([...followLevels, "none" as const, "none" as const]);
      const doing = { now: START, limits: 1_000_000 };
      return follow(db, pick(people), { thing: { kind, id: ids[kind]() }, level }, doing);
    },
    save: () => savePost(db, pick(people), pick(posts).id, { isSaved: random() < 0.5, now: START }),
    role: () =>
      changeRole(db, root, people[2]!.id, pick(["member", "moderator"] as const), reason, START),
  };
  const names = Object.keys(deeds) as (keyof typeof deeds)[];
  const succeeded = Object.fromEntries(names.map((name) => [name, 0]));

  for (const name of ["Distillation", "Evaluation", "Hardware", "Safety"]) {
    const slug = name.toLowerCase();
    await addTopic(db, root, { name, slug, about: "" }, reason, START);
    slugs.push(slug);
  }
  for (let thread = 0; thread < 6; thread += 1) await deeds.begin();

  return {
    posts,
    openings,
    slugs,
    /** How often each deed was let happen. */
    succeeded,
    /** One of the deeds; where it is refused it changes nothing. */
    async doOne() {
      const name = pick(names);
      try {
        await deeds[name]();
        succeeded[name]! += 1;
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof WrongForm)) throw error;
      }
    },
    /** Two topics become one: possible five times. */
    async merge() {
      const topics = await standingTopics();
      const from = pick(topics);
      const into = pick(topics.filter(({ id }) => id !== from.id));
      await mergeTopics(db, root, from.id, into.id, "One subject.", START);
    },
  };
}

const postOf = (db: Db, id: number) =>
  db.selectFrom("post").select(["version", "body"]).where("id", "=", id).executeTakeFirstOrThrow();
