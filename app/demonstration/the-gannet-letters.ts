/** A locked thread: a guess at who somebody is, and why it was stopped. */
import type { DemoThread } from "./content.ts";

export const theGannetLetters: DemoThread = {
  by: "Ben",
  day: 2,
  at: "15:45",
  title: "Who writes the Gannet letters?",
  topics: ["This forum", "Open weights"],
  locked: {
    reason:
      "Rule 2: the thread guesses who somebody is. What the letters say may be discussed in a new thread; who writes them may not.",
    appeal: {
      minutes: 95,
      body: "I said in the thread that I had begun in the wrong place. Could it be unlocked for the other half of the question, who profits from the letters? That one needs no name.",
      answered: {
        by: "Root",
        minutes: 210,
        reason:
          "The question who profits is a fair one and has a thread to come. This one is called “Who writes the Gannet letters?”, and every reply to it would be to that. It stays locked.",
      },
    },
  },
  url: "https://gannet.example/letters/9",
  body: "The ninth letter is out, and it is again well informed about what three laboratories will do next month. It is signed “a bird”. It is well written and it moves people's decisions, some of them about money, so I think it is fair to ask who it is. The letter says “a fortnight” and “whilst”, it knows how our meeting rooms are numbered, and it has never been wrong about Harbour.",
  replies: [
    {
      by: "Ada",
      minutes: 12,
      body: "Knowing about Harbour leaves perhaps fifteen people, and I am one of them. It isn't me. I do have a guess, because one of the fifteen cannot write three paragraphs without a boat in them.",
      replies: [
        {
          by: "Ben",
          minutes: 19,
          body: "So you see it too. He left in spring, didn't he?",
          replies: [
            {
              by: "Nia",
              minutes: 27,
              body: "If the guess is right, somebody may lose his work for having told the truth, and if it is wrong, somebody else may. I cannot see the third case for which one would go on.",
              replies: [
                {
                  by: "Ben",
                  minutes: 41,
                  body: "The third case is that the letters move money and the bird might be betting on it. But I have no sign of that, and I should have begun there or not at all. Point taken.",
                },
              ],
            },
          ],
        },
      ],
    },
    {
      by: "Mo",
      minutes: 55,
      body: "I'm locking this. Nobody meant harm, and two more posts would have named a man with a boat. If the ninth letter has something wrong in it, a thread about that is welcome today.",
    },
  ],
};
