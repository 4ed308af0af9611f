/** Which posts the feed of what somebody follows has. */
import { expect, test } from "vitest";
import { type Followed, type FollowedPost, isFollowed, levelsOf } from "#app/feeds/followed.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";

const POST: FollowedPost = {
  ...{ threadId: 10, authorId: 20, topicIds: [30, 31], branchId: null },
  ...{ isOpening: false, isAnswer: false, isFound: false },
};
const at = (kind: FollowKind, objectId: number, level: FollowLevel): Followed => ({
  ...{ kind, objectId, level },
});

const cases: [string, Partial<FollowedPost>, Followed[], boolean][] = [
  ["nothing followed", {}, [], false],
  ["a thread, every post", {}, [at("thread", 10, "every")], true],
  ["another thread", {}, [at("thread", 11, "every")], false],
  ["a thread, worth reading", {}, [at("thread", 10, "worth")], false],
  ["what answers, at worth", { isAnswer: true }, [at("thread", 10, "worth")], true],
  ["what was found, at worth", { isFound: true }, [at("thread", 10, "worth")], true],
  ["a new thread of a topic, at worth", { isOpening: true }, [at("topic", 31, "worth")], true],
  ["a reply in a topic, at worth", {}, [at("topic", 31, "worth")], false],
  ["a reply in a topic, every post", {}, [at("topic", 30, "every")], true],
  ["nothing new", { isFound: true, isOpening: true }, [at("topic", 30, "nothing")], false],
  [
    "a thread nearer than its topic",
    {},
    [at("topic", 30, "every"), at("thread", 10, "nothing")],
    false,
  ],
  [
    "a branch nearer than its thread",
    { branchId: 1 },
    [at("thread", 10, "nothing"), at("branch", 1, "every")],
    true,
  ],
  ["the louder of two topics", {}, [at("topic", 30, "nothing"), at("topic", 31, "every")], true],
  ["a person, every post", {}, [at("person", 20, "every")], true],
  ["a person's thread, at worth", { isOpening: true }, [at("person", 20, "worth")], true],
  [
    "a person, where the thread brings nothing new",
    {},
    [at("thread", 10, "nothing"), at("person", 20, "every")],
    true,
  ],
  ["what is muted", { isAnswer: true }, [at("thread", 10, "muted")], false],
];

test.each(cases)("the feed of what one follows: %s", (_, more, follows, isIn) => {
  expect(isFollowed({ ...POST, ...more }, levelsOf(follows))).toBe(isIn);
});
