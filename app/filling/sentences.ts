/** What every post says of its own: one or two sentences without any mark, which others may quote. */
import { Dice, seedOf } from "./dice.ts";
import { withWords } from "./vocabulary.ts";

const beginnings = `
With {term} I get {share} on {model}, which is close to what {lab} reports.
For {model} the number was {share} before and {share} after {term}.
The {term} runs are at {large} steps now, and {task} still does not move.
As for {model}, I would wait for the second release.
Has anybody tried {term} together with {term} on {task}?
I counted {number} cases in {term}, and {small} of them are about {task}.
What {lab} calls {term} is what we called {term} two years ago.
My copy of {model} fails on {task} in {share} per cent of the cases.
On {family} it makes no difference, on {model} it makes {small} points.
The appendix of {term} answers this, on page {number}.
Both {term} and {term} were trained on {task}, as far as I know.
Under {licence} that would be allowed, I think.
At {bits} bits {model} needs {number} seconds for one page of {term}.
Look at how {lab} did it with {family}, including the {term} part.
I asked the author of {term} and the answer was {large} documents.
Without {term} the whole table of {model} falls by {small} points.
{lab} has a note on {term} that says the opposite of this.
The short answer is {term}, the long one is {task}.
Please write down which {term} was used with {model}.
This reminds me of {term}, which nobody could run again either.`
  .trim()
  .split("\n");

const ends = [
  "",
  "",
  "",
  "More of that when the {term} logs are there.",
  "I may be wrong by {small} or so.",
  "Corrections are welcome.",
  "That is all I know.",
  "The rest is in the {family} thread.",
  "So much for {term}.",
];

/** The own words of a post, whichever post asks for them. */
export function ownWords(seed: number, post: number): string {
  const dice = new Dice(seedOf(seed, "said", post));
  return withWords(`${dice.one(beginnings)} ${dice.one(ends)}`.trim(), dice);
}
