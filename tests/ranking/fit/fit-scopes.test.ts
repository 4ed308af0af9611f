import { expect, test } from "vitest";
import { AgreementReader } from "#app/ranking/fit/agreement-columns.ts";
import { fitScopes, type ScopeFit } from "#app/ranking/fit/fit-scopes.ts";
import { leaningsOf } from "#app/ranking/fit/leanings.ts";

/** Everybody votes on every post of the topic; people and posts of odd number agree with one another. */
function votesOf({
  people,
  posts = 20,
  topic = 3,
  level = 1,
  first = 1,
}: Record<string, number> & { people: number }) {
  const votes = [];
  for (let post = 1; post <= posts; post += 1) {
    for (let person = first; person < first + people; person += 1) {
      const agree = person % 2 === post % 2 ? 1 : -1;
      votes.push({
        post_id: topic * 1_000 + post,
        person_id: person,
        topic_id: topic,
        agree,
        level,
      });
    }
  }
  return votes;
}

function fitOf(...parts: ReturnType<typeof votesOf>[]): ScopeFit[] {
  const reader = new AgreementReader();
  for (const part of parts) reader.add(part);
  return fitScopes(reader.end(), new Map());
}

const scopesOf = (fits: ScopeFit[]) => fits.map(({ scope }) => scope);

test("a topic is fitted by itself from thirty people of five votes that count", () => {
  expect(scopesOf(fitOf(votesOf({ people: 30, posts: 5 })))).toEqual([0, 3]);
  expect(scopesOf(fitOf(votesOf({ people: 29 })))).toEqual([0]);
  expect(scopesOf(fitOf(votesOf({ people: 30, posts: 4 })))).toEqual([0]);
  const newcomers = votesOf({ people: 30, level: 0, first: 100 });
  expect(scopesOf(fitOf(votesOf({ people: 29 }), newcomers))).toEqual([0]);
});

test("in a topic somebody's position in the whole forum counts as ten votes", () => {
  const [site, topic] = fitOf(votesOf({ people: 42 }), votesOf({ people: 42, topic: 4, posts: 3 }));
  expect([site!.isUsed, topic!.isUsed]).toEqual([true, true]);
  for (const [place, person] of topic!.people.entries()) {
    const votes = topic!.voteCounts[place]!;
    expect(votes).toBe(20);
    const raw = Math.max(-1, Math.min(1, topic!.raw[place]! / 1e9 / 1.25));
    const own = (raw * votes) / (votes + 4);
    const onSite = site!.x[site!.people.indexOf(person)]! / 1e9;
    expect(topic!.x[place]! / 1e9).toBeCloseTo((votes * own + 10 * onSite) / (votes + 10), 6);
  }
});

test("a post leans as the fit of its thread's topic says, and a post without votes not at all", () => {
  const fits = fitOf(votesOf({ people: 42 }), votesOf({ people: 42, topic: 4, posts: 3 }));
  const leaningOf = leaningsOf(fits);
  for (const each of fits) {
    for (const [place, post] of each.posts.entries()) {
      expect(leaningOf(each.scope, post)).toBe(each.leanings[place]);
    }
  }
  expect(Math.sign(leaningOf(3, 3_001))).toBe(-Math.sign(leaningOf(3, 3_002)));
  expect([leaningOf(3, 4_001), leaningOf(3, 9_999), leaningOf(7, 3_001)]).toEqual([0, 0, 0]);
});

test("more votes than any room that was made for them are all kept, in their order", () => {
  const reader = new AgreementReader();
  const votes = votesOf({ people: 500, posts: 40 });
  for (let from = 0; from < votes.length; from += 999) reader.add(votes.slice(from, from + 999));
  const { post, person, agree } = reader.end();
  expect([...post]).toEqual(votes.map(({ post_id }) => post_id));
  expect([...person]).toEqual(votes.map(({ person_id }) => person_id));
  expect([...agree]).toEqual(votes.map((vote) => vote.agree));
});
