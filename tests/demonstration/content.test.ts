import { expect, test } from "vitest";
import { readReplyDraft, readThreadDraft } from "#app/composing/draft.ts";
import { ANSWERED, beganAt, type DemoPost, flatten } from "#app/demonstration/content.ts";
import { people } from "#app/demonstration/people.ts";
import { week } from "#app/demonstration/week.ts";
import { reasonFacts } from "#app/flags/reasons.ts";
import { starterRules } from "#app/rules/starter.ts";
import { readChangedMindDraft } from "#app/standing/changed-mind.ts";
import { readLine } from "#app/standing/exemplary.ts";
import { starterTopics } from "#app/topics/starter.ts";
import { cast } from "../cast.ts";

const WEEK = 7 * 1440;
const rules = starterRules.map(({ slug }) => slug);
const placed = week.flatMap((thread) => flatten(thread).map((place) => ({ ...place, thread })));
const posts = placed.map(({ post }) => post);
const words = [
  ...people.map((person) => person.about),
  ...week.flatMap((thread) => [
    thread.title,
    thread.body,
    thread.quote ?? "",
    thread.url ?? "",
    thread.norms ?? "",
    thread.disclosure ?? "",
    thread.locked?.reason ?? "",
  ]),
  ...posts.flatMap((post) => [post.body, post.edited?.from ?? ""]),
  ...posts.flatMap(({ minds = [] }) => minds.flatMap(({ before, now }) => [before, now])),
  ...posts.map(({ exemplary }) => exemplary?.line ?? ""),
  ...posts.flatMap(({ moderated = [] }) =>
    moderated.map((step) => {
      if ("flag" in step) return step.flag.note ?? "";
      return "decide" in step ? step.decide.reason : step.rewrite;
    }),
  ),
  ...week.flatMap(({ locked }) =>
    locked?.appeal ? [locked.appeal.body, locked.appeal.answered.reason] : [],
  ),
];

test("the people of the demonstration are the cast, and each says who they are", () => {
  const known = cast.map(({ name, role, level }) => `${name} ${role} ${level}`).sort();
  expect(people.map(({ name, role, level }) => `${name} ${role} ${level}`).sort()).toEqual(known);
  expect(people.filter((person) => person.about.length < 60)).toEqual([]);
});

test("every thread and post is by somebody of the cast, and everybody writes", () => {
  const names = new Set<string>(people.map((person) => person.name));
  const authors = new Set<string>([...week, ...posts].map((writing) => writing.by));
  expect([...authors].filter((author) => !names.has(author))).toEqual([]);
  expect([...authors].sort()).toEqual([...names].sort());
});

test("honours come after the post, from others, in words that their forms take", () => {
  const honoured = posts.filter(({ minds, exemplary }) => minds || exemplary);
  expect(honoured.length).toBeGreaterThan(0);
  for (const { by, minutes, minds = [], exemplary } of honoured) {
    for (const honour of [...minds, ...(exemplary ? [exemplary] : [])]) {
      expect(honour.by).not.toBe(by);
      expect(honour.minutes).toBeGreaterThan(minutes);
    }
    for (const { before, now } of minds) {
      const form = new URLSearchParams({ before, now });
      expect(readChangedMindDraft(form)).toEqual({ before, now });
    }
    if (exemplary)
      expect(readLine(new URLSearchParams({ line: exemplary.line }))).toBe(exemplary.line);
  }
});

test("cases come after the post, from others, about words that stand in it, in the order of time", () => {
  const moderated = posts.filter((post) => post.moderated);
  expect(moderated.length).toBeGreaterThan(2);
  for (const { by, minutes, body, moderated: steps = [] } of moderated) {
    expect(steps.map((step) => step.minutes)).toEqual(
      steps.map((step) => step.minutes).sort((one, other) => one - other),
    );
    expect(steps[0]!.minutes).toBeGreaterThan(minutes);
    for (const step of steps) {
      if ("flag" in step) {
        const { reason, passage = "" } = step.flag;
        expect(step.flag.by).not.toBe(by);
        expect(body).toContain(passage);
        expect(Boolean(passage)).toBe(reasonFacts[reason].needsPassage);
      }
      if ("decide" in step) expect(rules).toContain(step.decide.rule);
    }
  }
});

test("of cases one waits, one asks, one was rewritten and one dismissed, and a lock was appealed", () => {
  const courses = posts.flatMap(({ moderated = [] }) => {
    const steps = moderated.map((step) =>
      "decide" in step ? step.decide.kind : Object.keys(step),
    );
    return moderated.length > 0
      ? [
          steps
            .flat()
            .filter((step) => step !== "minutes")
            .join(" "),
        ]
      : [];
  });
  expect(courses.sort()).toEqual([
    "flag dismiss",
    "flag flag",
    "flag flag ask",
    "flag flag ask rewrite",
  ]);
  expect(week.some((thread) => thread.locked?.appeal)).toBe(true);
});

test("starter topics have names, addresses and a sentence each, none twice", () => {
  expect(new Set(starterTopics.map(({ slug }) => slug)).size).toBe(starterTopics.length);
  expect(new Set(starterTopics.map(({ name }) => name)).size).toBe(starterTopics.length);
  expect(starterTopics.filter(({ slug }) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
  expect(starterTopics.filter(({ about }) => !/^[A-Z].{20,150}\.$/.test(about))).toEqual([]);
});

test("every thread has one to five topics, all of the starter set, and each topic has a thread", () => {
  const names = new Set(starterTopics.map(({ name }) => name));
  for (const { topics } of week) {
    expect(topics.length).toBeGreaterThanOrEqual(1);
    expect(topics.length).toBeLessThanOrEqual(5);
    expect(new Set(topics).size).toBe(topics.length);
    expect(topics.filter((topic) => !names.has(topic))).toEqual([]);
  }
  expect(new Set(week.flatMap(({ topics }) => topics))).toEqual(names);
});

test("every thread begins at a time of the week that can be read", () => {
  for (const thread of week) {
    expect(thread.at).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    expect(beganAt(thread)).toBeGreaterThanOrEqual(0);
    expect(beganAt(thread)).toBeLessThan(WEEK);
  }
});

test("a post comes after the post it answers, after its elder sibling, and before the week ends", () => {
  const inOrder = (siblings: DemoPost[], after: number): boolean =>
    siblings.every(
      (post, place) =>
        Number.isInteger(post.minutes) &&
        post.minutes > (place ? siblings[place - 1]!.minutes : after) &&
        inOrder(post.replies ?? [], post.minutes),
    );
  for (const thread of week) {
    expect(inOrder(thread.replies, 0), thread.title).toBe(true);
    for (const { post } of flatten(thread)) {
      const last = Math.max(post.minutes, post.edited?.minutes ?? 0, post.withdrawn ?? 0);
      expect(beganAt(thread) + last, `${thread.title}, ${post.minutes}`).toBeLessThan(WEEK);
    }
  }
});

test("nobody posts twice in one minute, nor before they joined", () => {
  const moments = [
    ...week.map((thread) => `${thread.by} ${beganAt(thread)}`),
    ...placed.map(({ post, thread }) => `${post.by} ${beganAt(thread) + post.minutes}`),
  ];
  expect(moments.filter((moment, place) => moments.indexOf(moment) !== place)).toEqual([]);
  expect(people.filter((person) => person.joinedDaysBefore < 1)).toEqual([]);
});

test("edits change something, and edits and withdrawals come after the post", () => {
  for (const post of posts) {
    if (post.edited) {
      expect(post.edited.minutes).toBeGreaterThan(post.minutes);
      expect(post.edited.from).not.toBe(post.body);
    }
    if (post.withdrawn) expect(post.withdrawn).toBeGreaterThan(post.minutes);
  }
});

test("nobody answers a post that was already withdrawn", () => {
  const late = placed.filter(
    ({ post, parent }) => parent?.withdrawn && post.minutes >= parent.withdrawn,
  );
  expect(late).toEqual([]);
});

test("in a locked thread only moderators had the last word", () => {
  const locked = week.filter((thread) => thread.locked);
  expect(locked.map((thread) => flatten(thread).at(-1)?.post.by)).toEqual(locked.map(() => "Mo"));
});

test("the forms for threads and replies would take every one of them", () => {
  for (const thread of week) {
    const { title, body, topics, url = "", quote = "", disclosure = "", norms = "" } = thread;
    const typed = { title, body, topics: topics.join(", "), url, quote, disclosure, norms };
    expect(readThreadDraft(new URLSearchParams(typed))).toMatchObject({ title, body });
  }
  for (const { body, kind = "reply" } of posts) {
    expect(readReplyDraft(new URLSearchParams({ body, kind }))).toMatchObject({ body, kind });
  }
});

test("bodies fit in a post and titles in a line", () => {
  const bodies = [...week, ...posts].map((writing) => writing.body);
  expect(bodies.filter((body) => Buffer.byteLength(body) > 32_768 || body.length < 20)).toEqual([]);
  expect(week.filter(({ title }) => title.length > 120 || title.length < 10)).toEqual([]);
  expect(new Set(bodies).size).toBe(bodies.length);
});

test("no address leads to a real site", () => {
  const hosts = words.flatMap((word) =>
    [...word.matchAll(/\bhttps?:\/\/([^\s/)>\]"'`:]+)/g)].map((match) => match[1]!),
  );
  expect(hosts.length).toBeGreaterThan(5);
  expect(hosts.filter((host) => !/(^|\.)example$/.test(host))).toEqual([]);
  expect(words.filter((word) => /\b[a-z0-9-]+\.(com|org|net|io|ai|dev|co)\b/.test(word))).toEqual(
    [],
  );
});

test("fences are closed", () => {
  for (const word of words) expect((word.match(/^(```|~~~)/gm) ?? []).length % 2).toBe(0);
});

test("the week shows everything that threads can be", () => {
  const kinds = new Set(posts.map((post) => post.kind ?? "reply"));
  expect([...kinds].sort()).toEqual(["correction", "evidence", "question", "reply", "tried"]);
  expect(posts.filter((post) => post.edited).length).toBeGreaterThan(1);
  expect(posts.some((post) => post.withdrawn && post.replies?.length)).toBe(true);
  expect(week.filter((thread) => thread.pinned)).toHaveLength(1);
  expect(week.filter((thread) => thread.locked)).toHaveLength(1);
  expect(week.some((thread) => thread.replies.length === 0)).toBe(true);
  expect(week.some((thread) => thread.url && thread.quote)).toBe(true);
  expect(placed.some(({ depth }) => depth >= 7)).toBe(true);
  expect(Math.max(...week.map((thread) => flatten(thread).length))).toBeGreaterThanOrEqual(60);
  expect(posts.some((post) => post.kind === "question" && !post.replies)).toBe(true);
  expect(words.some((word) => /^\| ?:?-+/m.test(word))).toBe(true);
  expect(words.some((word) => word.includes("```python"))).toBe(true);
});

test("what is quoted stands in the post that is answered", () => {
  const quoting = placed.filter(({ post }) => post.body.includes(ANSWERED));
  expect(quoting.length).toBeGreaterThan(1);
  for (const { post, parent } of quoting) {
    const [, name, quoted] = /> \[(\w+)\]\(\/posts\/\{answered\}\):\n> (.+)/.exec(post.body) ?? [];
    expect(parent?.by).toBe(name);
    expect(parent?.body).toContain(quoted);
    expect(post.edited).toBeUndefined();
  }
});
