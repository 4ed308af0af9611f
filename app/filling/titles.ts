/** What threads are called. */
import type { Dice } from "./dice.ts";
import type { Special } from "./plan.ts";
import { withWords } from "./vocabulary.ts";

const titles = `
{model} is out: weights, card and licence
{model} at {bits} bits: what is lost?
Does {licence} allow training on the outputs of {model}?
A benchmark for {task} that is not saturated yet
{lab} publishes the training data of {family}
Can anybody reproduce the {share} on {term}?
{term}: a way to quantize without calibration data
The case against releasing {model} weights
The case for releasing {model} weights
What I learned from running {model} for {small} months
Refusals of {model} after tuning with {term}
Is {term} contamination, or did {model} really learn it?
Merging {model} with {model}: whose licence holds?
How should a model card report {task}?
{lab} withdraws {model}: what happens to what was built on it?
Speeds of {model} on machines that people own
{term} against {term} on {task}: numbers
A request: publish the evaluation code of {family}
Why do all {family} models fail at {task}?
Distilling {model} into something that fits a phone
The word open, once more: weights, data, code, or all three
Watermarks in {model}: do they survive {bits} bits?
A survey of {large} model cards: what they leave out
Safety tests of {model}: method and results
The {term} data set has {share} per cent duplicates
Funding: who pays for {family} after this year?
A licence clause that nobody can follow: {term}
{model} and {task}: a careful failure report
What would change my mind about {term}
{lab} asks for comments on its release policy
Attention sinks in {model}, measured
A tokenizer that is fair to small languages: {term}
Does {term} help at {bits} bits?
Proposed rule on model registration: what it says about {family}
Seeds matter: {number} runs of {model} on {task}
Questions about {model} from somebody new here
The {term} leaderboard measures the prompt, not the model
Context of {number} thousand tokens: does {model} use it?
Retractions: how {lab} handled {term}
{task}: a small test that every model fails
How much of {family} was trained on its own outputs?
Fine-tuning {model} on one card in {small} hours
Red-teaming {model}: what to publish and what to keep back
A plain reading of {licence}
The energy that {model} took, estimated three ways
Judges that prefer long answers: {term} corrected for length
Old results that do not hold any more: {term}
Is {model} better than {model} at {task}?
Provenance of {term}: where the texts come from
What {lab} got right with {family}`
  .trim()
  .split("\n");

/** The title of a thread. */
export function inventTitle(dice: Dice): string {
  const title = withWords(dice.one(titles), dice);
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** One that says what the thread was made for. */
export function titleOfSpecial({ shape, size }: Pick<Special, "shape" | "size">): string {
  const count = (shape === "deep" ? size - 1 : size).toLocaleString("en");
  return shape === "deep"
    ? `One reply below the other, ${count} deep: is a distilled model a copy?`
    : `The long debate: what should the word open mean? ${count} posts`;
}
