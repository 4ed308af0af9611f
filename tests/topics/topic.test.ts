import { expect, test } from "vitest";
import { WrongForm } from "#app/refusals.ts";
import { starterTopics } from "#app/topics/starter.ts";
import { readTopicDraft, topicPath, topicSlug } from "#app/topics/topic.ts";

test.each([
  ["Open weights", "open-weights"],
  ["  OPEN -- Weights!  ", "open-weights"],
  ["What’s open?", "whats-open"],
  ["ＯＰＥＮ", "open"],
  ["模型 开放", "模型-开放"],
  ["C++", "c"],
  ["?!", ""],
])("the topic %o has the address %o", (name, slug) => {
  expect(topicSlug(name)).toBe(slug);
});

test("the path of a topic can stand in an address", () => {
  expect(topicPath("模型")).toBe("/topics/%E6%A8%A1%E5%9E%8B");
});

const problemOf = (name: string, about = "") => {
  try {
    readTopicDraft(new URLSearchParams({ name, about }));
  } catch (error) {
    if (error instanceof WrongForm) return Object.values(error.problems)[0]!.key;
    throw error;
  }
  return null;
};

test.each([
  ["", "topics.name.missing"],
  ["...", "topics.name.missing"],
  ["\u3164\u3164", "topics.name.missing"],
  ["a, b", "topics.name.letters"],
  ["a\u202eb", "topics.name.letters"],
  ["a".repeat(41), "topics.name.too-long"],
  ["a".repeat(40), null],
])("the topic name %o: %o", (name, problem) => {
  expect(problemOf(name)).toBe(problem);
});

test("what a topic is about fits 200 characters", () => {
  expect(problemOf("Data", "é".repeat(200))).toBeNull();
  expect(problemOf("Data", "é".repeat(201))).toBe("topics.about.too-long");
});

test("the starter topics are as a form would make them, each once", () => {
  for (const topic of starterTopics) {
    expect(readTopicDraft(new URLSearchParams({ name: topic.name, about: topic.about }))).toEqual(
      topic,
    );
  }
  expect(new Set(starterTopics.map((topic) => topic.slug)).size).toBe(starterTopics.length);
});
