/** Consent after the fact: a thread that grew out of another one. */
import { type DemoThread, text } from "./content.ts";

export const beingAsked: DemoThread = {
  by: "Nia",
  day: 3,
  at: "12:30",
  title: "“I would mind most of all not having been asked”: what would asking look like?",
  topics: ["Data", "Regulation"],
  body: text`
    Mo said that this deserved a thread. In a word: years ago I wrote about a bad time on a board for new translators, under my name. The board is in at least two public training sets. I found my own sentences with the search page which one of them offers, and I thank them for the search page.

    I am not asking whether it was lawful. Suppose that everybody were willing: what could *asking* mean when there are four hundred million authors, many of them dead, most of them without an address?
  `,
  replies: [
    {
      by: "Ada",
      minutes: 31,
      body: text`
        There are three things that have been built, so let me list them with what's wrong with each.

        1. **A file on the site** that says no. The site's owner answers, and the owner isn't you.
        2. **A register of people who object.** To object you must know, and the register is a list of everyone with something to hide.
        3. **Asking in advance, at the box where one writes.** Works for what's written from today. It would have reached you.
      `,
      replies: [
        {
          by: "Nia",
          minutes: 45,
          body: "I would have said yes, I think, at the box. It is being asked that changes it.",
        },
        {
          by: "Root",
          minutes: 88,
          body: "On the second: a register need not hold names. It can hold fingerprints of texts. You keep your text and send its fingerprint, and whoever builds a data set removes what matches.",
          replies: [
            {
              by: "Ben",
              minutes: 101,
              body: "Works for an exact copy. Quotations, translations and the version with the typing mistake mended all have other fingerprints. We tried it on a million pages: of the pages that a person would call the same, 58 % matched.",
              replies: [
                {
                  by: "Root",
                  minutes: 112,
                  body: "58 % of something is what most of my profession lives on.",
                },
              ],
            },
          ],
        },
      ],
    },
    {
      by: "Ben",
      minutes: 70,
      body: "Here's the case against asking, at its strongest, and I feel it myself. Whoever can be asked is somebody with an account, today, who reads such questions. If only they are in the data, the model learns the world from people who read such questions. Bad times on boards for new translators would be missing from it, and the next translator with a bad time would be answered by something that had never heard of one.",
      replies: [
        {
          by: "Nia",
          minutes: 92,
          body: "That is a better reason than anybody gave me, and it is very nearly one for which I would have said yes. You see the difficulty: I would have liked to be *told* it.",
        },
        {
          by: "Ada",
          minutes: 108,
          body: "It's an argument for a public good, and public goods are usually decided by somebody we can vote out.",
        },
      ],
    },
    {
      by: "Mo",
      minutes: 1400,
      kind: "question",
      body: "Practical one: this forum. What do we tell people at the box? Everything here is public, so it'll be in somebody's set by the autumn.",
      replies: [
        {
          by: "Root",
          minutes: 1425,
          body: "At present the [page about privacy](/privacy) says that what is written here is public and can be copied. I would rather add one honest sentence there than a promise that I cannot keep.",
        },
      ],
    },
  ],
};
