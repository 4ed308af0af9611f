import { describe, expect, test } from "vitest";
import { kindsOfPosts, type NoticeKind } from "#app/notices/kinds.ts";
import { type Candidate, type ToldPost, whyTold } from "#app/notices/recipients.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";

/** Ada posts in thread 7 of topics 1 and 2, below post 20, which answers post 10. */
const post: ToldPost = {
  ...{ threadId: 7, authorId: 1, topicIds: [1, 2], branchIds: [10, 20, 30] },
  ...{ isWithdrawn: false, isFound: false },
};

type Follow = `${FollowKind} ${number} ${FollowLevel}`;
interface Case {
  follows?: Follow[];
  is?: ("isAnswered" | "isMentioned" | "isQuoted" | "hasMutedWord")[];
  stopped?: NoticeKind[];
  post?: Partial<ToldPost>;
  personId?: number;
}

function candidate({ follows = [], is = [], stopped = [], personId = 2 }: Case): Candidate {
  return {
    ...{ personId, isAnswered: false, isMentioned: false, isQuoted: false, hasMutedWord: false },
    ...Object.fromEntries(is.map((each) => [each, true])),
    follows: follows.map((follow) => {
      const [kind, objectId, level] = follow.split(" ") as [FollowKind, string, FollowLevel];
      return { kind, objectId: Number(objectId), level };
    }),
    stopped: new Set(stopped),
  };
}

const found = { isFound: true };
const opening = { branchIds: [] };

/** Who is told, as what; by which follow, where that is not the thread. */
const told: [who: string, Case, kind: NoticeKind, aboutId?: number | null][] = [
  ["whoever is mentioned", { is: ["isMentioned"] }, "mention"],
  ["whoever is answered", { is: ["isAnswered"] }, "reply"],
  ["whoever is quoted", { is: ["isQuoted"] }, "quote"],
  ["of all of these, the mention", { is: ["isQuoted", "isAnswered", "isMentioned"] }, "mention"],
  ["of reply and quotation, the reply", { is: ["isQuoted", "isAnswered"] }, "reply"],
  ["a reply before a follow", { is: ["isAnswered"], follows: ["thread 7 every"] }, "reply"],
  ["who follows every post of the thread", { follows: ["thread 7 every"] }, "thread"],
  ["who follows every post of the branch", { follows: ["branch 20 every"] }, "branch", 20],
  ["the branch it begins, too", { follows: ["branch 30 every"] }, "branch", 30],
  [
    "of two branches, the nearer",
    { follows: ["branch 10 every", "branch 20 every"] },
    "branch",
    20,
  ],
  [
    "the branch before its thread",
    { follows: ["thread 7 every", "branch 10 every"] },
    "branch",
    10,
  ],
  ["who follows its author", { follows: ["person 1 every"] }, "person", 1],
  ["its thread before its author", { follows: ["person 1 every", "thread 7 every"] }, "thread"],
  ["its author before its topic", { follows: ["person 1 every", "topic 1 every"] }, "person", 1],
  ["who follows a topic", { follows: ["topic 2 every"] }, "topic", 2],
  ["of topics the loudest", { follows: ["topic 1 nothing", "topic 2 every"] }, "topic", 2],
  [
    "an author though the thread is silent",
    { follows: ["thread 7 nothing", "person 1 every"] },
    "person",
    1,
  ],
  [
    "the answered in a silent thread",
    { is: ["isAnswered"], follows: ["thread 7 nothing"] },
    "reply",
  ],
  ["a thread kept in a muted topic", { follows: ["topic 1 muted", "thread 7 every"] }, "thread"],
  [
    "a branch kept in a muted thread",
    { follows: ["thread 7 muted", "branch 20 every"] },
    "branch",
    20,
  ],
  [
    "the mentioned in a branch kept",
    { is: ["isMentioned"], follows: ["thread 7 muted", "branch 20 nothing"] },
    "mention",
  ],
  [
    "the next reason where one is stopped",
    { is: ["isMentioned", "isAnswered"], stopped: ["mention"] },
    "reply",
  ],
  [
    "a follow where replies are stopped",
    { is: ["isAnswered"], stopped: ["reply"], follows: ["thread 7 every"] },
    "thread",
  ],
  [
    "of a new thread, who follows its topic",
    { post: opening, follows: ["topic 1 every"] },
    "topic",
    1,
  ],
  ["of a new thread, the mentioned", { post: opening, is: ["isMentioned"] }, "mention"],
  ["what is found, by the thread", { post: found, follows: ["thread 7 worth"] }, "worth", 7],
  ["what is found, by the branch", { post: found, follows: ["branch 10 worth"] }, "worth", 10],
  [
    "what is found, by a topic",
    { post: found, follows: ["topic 2 worth", "topic 1 nothing"] },
    "worth",
    2,
  ],
  ["what is found, by its author", { post: found, follows: ["person 1 worth"] }, "worth", 1],
];

const untold: [who: string, Case][] = [
  [
    "of an opening post, who follows its thread since",
    { post: opening, follows: ["thread 7 every"] },
  ],
  ["who follows nothing", {}],
  ["its author", { personId: 1, is: ["isMentioned", "isAnswered"], follows: ["thread 7 every"] }],
  [
    "who is only to hear of what is worth reading",
    { follows: ["thread 7 worth", "person 1 worth"] },
  ],
  ["who follows silently", { follows: ["thread 7 nothing", "topic 1 every"] }],
  ["who follows a branch of it silently", { follows: ["branch 10 nothing", "thread 7 every"] }],
  ["the mentioned, where it was withdrawn", { is: ["isMentioned"], post: { isWithdrawn: true } }],
  ["who mutes its author", { is: ["isMentioned"], follows: ["person 1 muted", "thread 7 every"] }],
  ["who mutes its thread", { is: ["isMentioned"], follows: ["thread 7 muted"] }],
  [
    "who mutes one of its topics",
    { is: ["isAnswered"], follows: ["topic 2 muted", "topic 1 every"] },
  ],
  ["who mutes its branch", { is: ["isAnswered"], follows: ["branch 20 muted", "thread 7 every"] }],
  ["who mutes a word in it", { is: ["isMentioned", "hasMutedWord"], follows: ["thread 7 every"] }],
  ["who stopped its only kind", { is: ["isQuoted"], stopped: ["quote"] }],
  [
    "who follows another thread",
    { follows: ["thread 8 every", "branch 8 every", "person 8 every"] },
  ],
  ["what is found, who was told of it before", { post: found, follows: ["thread 7 every"] }],
  [
    "what is found, who was told by its author",
    { post: found, follows: ["thread 7 worth", "person 1 every"] },
  ],
  ["what is found, the answered", { post: found, is: ["isAnswered"], follows: ["thread 7 worth"] }],
  [
    "what is found, the mentioned",
    { post: found, is: ["isMentioned"], follows: ["thread 7 worth"] },
  ],
  ["what is found, the quoted", { post: found, is: ["isQuoted"], follows: ["topic 1 worth"] }],
  ["what is found, who follows silently", { post: found, follows: ["thread 7 nothing"] }],
  [
    "what is found, who stopped that",
    { post: found, follows: ["thread 7 worth"], stopped: ["worth"] },
  ],
  ["what is found, its author", { post: found, personId: 1, follows: ["topic 1 worth"] }],
  [
    "what is found and withdrawn",
    { post: { isFound: true, isWithdrawn: true }, follows: ["topic 1 worth"] },
  ],
];

describe("a post is told", () => {
  test.each(told)("%s", (_, each, kind, aboutId = null) => {
    expect(whyTold({ ...post, ...each.post }, candidate(each))).toMatchObject({ kind, aboutId });
  });
});

describe("a post is not told", () => {
  test.each(untold)("%s", (_, each) => {
    expect(whyTold({ ...post, ...each.post }, candidate(each))).toBeNull();
  });
});

const kindOf = ({ follows = [], is = [] }: Case): NoticeKind[] => [
  ...is.flatMap((each) => directKinds[each] ?? []),
  ...follows.flatMap((follow) => {
    const [kind, , level] = follow.split(" ") as [FollowKind, string, FollowLevel];
    return level === "every" ? [kind] : level === "worth" ? ["worth" as const] : [];
  }),
];
const directKinds: Record<string, NoticeKind> = {
  ...{ isMentioned: "mention", isAnswered: "reply", isQuoted: "quote" },
};

test.each(kindsOfPosts)("%s has cases of who gets it and of who does not", (kind) => {
  expect(told.some(([, , given]) => given === kind)).toBe(true);
  expect(untold.some(([, each]) => kindOf(each).includes(kind))).toBe(true);
});

test("every kind of post has cases of who is told of it and who is not", () => {
  const posts: Partial<ToldPost>[] = [{}, { branchIds: [] }, { isFound: true }];
  for (const cases of [told.map(([, each]) => each), untold.map(([, each]) => each)]) {
    for (const each of posts) {
      const isLike = ({ post = {} }: Case) => JSON.stringify(post) === JSON.stringify(each);
      expect(cases.some(isLike), JSON.stringify(each)).toBe(true);
    }
  }
  const gone = untold.filter(([, each]) => each.post?.isWithdrawn);
  expect(gone.map(([, each]) => each.post?.isFound ?? false)).toEqual([false, true]);
});
