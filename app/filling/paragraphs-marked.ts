/** Paragraphs with marks, lists, code, tables and quotations: what makes the other half of a technical forum. None begins with a list or a quotation, for it would become one with that of another above it. */

const texts = String.raw`
The part that matters is **the second stage**: without it {model} scores {share}, with it *two points more*. The rest of the recipe is [as it was](https://recipes.example/{term}).
---
Three things that I would ask of every release:

- the data, or **where it came from** and why it is not there;
- the code of the evaluation, with the prompts;
- a list of what was tried and did *not* work.
---
What I did, so that anybody can do it again:

1. took the weights from the page of {lab} and checked the hash;
2. ran \`{term} convert --bits {bits}\` with nothing else set;
3. measured {task} on {number} samples, with {small} seeds each;
4. looked at the twenty worst answers by hand.
---
~~~bash
{term} quantize --bits {bits} --group 64 {family}.safetensors
{term} eval --task short --seeds {small} --out results.json
~~~
---
~~~python
def score(answers, keys):
    """The share of answers that are right, blank ones left out."""
    given = [(a, k) for a, k in zip(answers, keys) if a is not None]
    return sum(a == k for a, k in given) / max(1, len(given))
~~~
---
~~~json
{ "model": "{model}", "bits": {bits}, "group": 64, "seed": {number}, "score": {share} }
~~~
---
| setting | score | tokens a second |
|---|---:|---:|
| as published | {share} | {number} |
| at {bits} bits | {share} | {number} |
| with {term} | {share} | {number} |
---
Once more the definition that we began with:

> A model is open when whoever gets it can study it, change it and pass it on, without asking anybody.

That is the old definition, word for word with another noun. I am for it; but *study* is the word that does the work here, and weights alone do not make that possible.
---
The clause in question:

> You may use the outputs for any purpose, except to train a model that competes with ours.

So says the fourth section. Is {model} such a model? Its authors say that it is **not a product**; the clause does not say *product*.
---
The full logs are at <https://logs.example/{term}/{number}>, some {small} gigabytes. If you only want the summary, read [the table on the card](https://models.example/{term}/card#results).
---
Do not use \`--fast\` with this one. It skips the check of the scales, and a file that is damaged loads *without a word* and answers nonsense from the third block on.
---
**Update.** It was the driver. With the newer one both machines agree to the last digit, and I take back what I said about {term}.
---
The loss does not tell you that. If $p$ is the share of duplicates and $n$ the number of passes, a document is seen about $n / (1 - p)$ times, and at {share} per cent that is a difference that one can measure.
---
In short: *yes* to the weights, *yes* to the data where it can be had, *no* to a promise that both will follow later. We have seen {small} such promises, and I remember how each of them ended.
---
What speaks for it:

- it can be checked by anybody with one machine;
- it costs {lab} nothing that it has not spent already.

What speaks against it:

- it cannot be taken back;
- the filter was tested on English alone.
---
~~~diff
- temperature: 0.7
+ temperature: 0.0
- template: {family}-v1
+ template: {family}-v{small}
~~~

That is the whole difference between the two runs, and it is worth {share} points.
---
There is a word for a test whose answers are in the training set, and it is not *benchmark*. See [the count of overlaps](https://overlap.example/{term}) before quoting {share} again.
---
Three questions, in this order:

1. Is the result *new*? I think so; {term} came close but did not test {task}.
2. Is it *true*? Two of us ran it, with the same outcome.
3. Does it *matter*? That depends on whether {bits} bits are enough for you.
---
From the draft, page {number}:

> The committee notes that providers of models under {licence} are exempt where the weights are public.

It does **not** say what happens when a company puts such a model behind a paid service, and that is the case which the {number} comments were about.
---
For the record, the machine: one card with 24 GB, 64 GB of memory, *no* overclocking, room at 21 degrees. The script is [here](https://scripts.example/{term}.py), the seeds are {number} to {number}.
---
~~~text
step {number}  loss 2.{number}  lr 3e-4
step {large}  loss 1.{number}  lr 1e-4
step {large}  loss 1.{number}  lr 3e-5
~~~
---
Two numbers to keep apart: the **share of refusals** and the **share of wrong refusals**. {model} refuses {share} per cent of the harmful questions and {share} per cent of the harmless ones, and only the second is a fault of the tuning.
---
I would sign this if one sentence were changed. Instead of *no one shall distribute* write *whoever distributes shall say so*. It asks for a record, not for permission, and a hobbyist can follow it.
---
## What is not known

Nobody has tested {model} on {task} with more than {number} samples, and nobody outside of {lab} has seen the filter. Everything above is about the rest.
---
## Method

Each question was asked {small} times with another seed, at temperature zero and at 0.7. An answer counts when it agrees with the key after \`strip()\` and \`lower()\`; {number} answers were looked at by hand.
---
What is there and what is not:

- [x] weights, with hashes
- [x] code of the training, without the scripts of the cluster
- [ ] data, or a list of sources
- [ ] logs of the runs that failed
---
Compare \`{term}.scale\` with \`{term}.zero\`: the first is per group, the second per *row*, and the converter mixes them up when the row is not a multiple of 64. A one-line fix, and {share} points.`;

/** Fences of code are tildes above, since the text itself stands between backticks. */
export const marked: readonly string[] = texts
  .trim()
  .replaceAll("\\`", "`")
  .replaceAll("~~~", "```")
  .split("\n---\n");
