/** Invented agreement votes of people in camps, by seed. */
import type { AgreementVote } from "#app/ranking/positions/agreements.ts";
import { drawBy } from "../chances.ts";

/** Two thirds in one camp, or, where `isSplit` is false, nobody in any; the first tenth is new. */
export function campVotes({ seed = 1, people = 60, posts = 80, reach = 0.3, isSplit = true } = {}) {
  const draw = drawBy(seed);
  const votes: AgreementVote<number>[] = [];
  for (let person = 1; person <= people; person++)
    for (let post = 1; post <= posts; post++) {
      if (draw() > reach) continue;
      const pull = isSplit ? 2 * sideOf(person) * ((post % 10) / 4.5 - 1) : 0.3;
      const agree = draw() < 1 / (1 + Math.exp(-pull)) ? 1 : -1;
      votes.push({ person, post, agree, counts: person > people / 10 });
    }
  return votes;
}

export const sideOf = (person: number) => (person % 3 === 0 ? 1 : -1);
