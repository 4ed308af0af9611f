/** The pinned thread: the rules in everyday words, and a first objection to them. */
import { type DemoThread, text } from "./content.ts";

export const howToDisagree: DemoThread = {
  by: "Root",
  day: 6,
  at: "07:30",
  title: "How to disagree here",
  topics: ["This forum"],
  pinned: true,
  body: text`
    The [rules](/rules) fit on one screen. This is the same in everyday words, and the place to object to them.

    **Say what you are answering.** Quote the sentence. Half of our quarrels turn out to be about a sentence that nobody wrote.

    **Answer the best version of it.** If you can put the other side's case so that they would sign it, do that first. It is quicker than it looks: people who feel understood write shorter replies.

    **Numbers want a source, and “I have none” is a source.** “I think, without having looked” is a perfectly good beginning.

    **If you have an interest, say so once.** Nobody here will hold it against you. We will hold it against you if we find out.

    **Leave an argument standing.** You need not have the last word, and two people may both be right about their own case.

    - [x] read the rules
    - [ ] disagree with somebody
    - [ ] concede something, however small
  `,
  replies: [
    {
      by: "Nia",
      minutes: 3011,
      kind: "question",
      body: "May I ask a question in a thread where everyone knows more than I do? I do not want to be the one who makes twenty people scroll.",
      replies: [
        {
          by: "Mo",
          minutes: 3020,
          body: "Yes, and mark it as a question. There's a kind for that under the box. In a year here the post I've most often been glad of is “sorry, what does this word mean”.",
        },
        {
          by: "Ada",
          minutes: 3050,
          body: "Your first one changed what I think about my own results. Please go on.",
        },
      ],
    },
    {
      by: "Ben",
      minutes: 4603,
      body: "An objection, since this is the place. “Answer the best version” can be unkind in its own way: I write a bad argument, somebody replaces it with a better one that I don't hold, defeats that, and everybody admires the manners. Sometimes I want my bad argument answered.",
      replies: [
        {
          by: "Root",
          minutes: 4631,
          body: "That is a good objection. Shall I add “if it is not what they meant, ask”?",
          replies: [
            {
              by: "Ben",
              minutes: 4640,
              body: "With that I have nothing left to object to, which is bad for morale.",
            },
          ],
        },
      ],
    },
  ],
};
