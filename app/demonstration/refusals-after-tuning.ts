/** Whether refusals survive tuning, with a small measurement and two readings of it. */
import { type DemoThread, text } from "./content.ts";

export const refusalsAfterTuning: DemoThread = {
  by: "Ada",
  day: 3,
  at: "08:10",
  title: "Do refusals survive tuning? A small measurement, and I would like it attacked",
  topics: ["Safety", "Open weights", "Distillation"],
  norms: "No recipes for taking refusals out. What follows from it is welcome.",
  body: text`
    A student of mine tuned Halyard 9B on 2,000 harmless examples: recipes, letters, school essays. Nothing in them is about anything dangerous. Then she asked the 400 questions of the *Breakwater* set, which a model ought to refuse.

    - before: refused 371 of 400
    - after tuning on essays: refused 288
    - after tuning on essays plus 100 refusals: refused 364

    So a quarter of the refusals went away although nobody tried to remove them, and one part refusals in twenty brought nearly all of them back.

    I can read this in two ways and hold both of them. What am I missing?
  `,
  replies: [
    {
      by: "Ben",
      minutes: 26,
      body: "My reading won't surprise you: the safety of an open model is the safety of its *least careful tuner*. Nobody in your experiment was malicious. Each of them releases something with a quarter of the refusals gone and the same name on it. A closed model doesn't do this, because there's someone who notices.",
      replies: [
        {
          by: "Mo",
          minutes: 39,
          body: "Does someone? Your API lets customers tune too.",
          replies: [
            {
              by: "Ben",
              minutes: 50,
              body: "It does, and each tuned model is put through a set like this one before it's served. 3 % are sent back. That's a number from our public report, page 19, so for once I may say it.",
              replies: [
                {
                  by: "Ada",
                  minutes: 62,
                  body: "A real difference and I won't wave it away. I would say, though, that it's a difference between *tested* and *untested*, and the test costs four minutes. We could ship it with the weights, and make the tuning script run it by default.",
                  replies: [
                    {
                      by: "Ben",
                      minutes: 71,
                      body: "By default is good. The people I worry about delete the line.",
                      replies: [
                        {
                          by: "Ada",
                          minutes: 84,
                          body: "The people *you* worry about, yes. My experiment is about the ones who don't know there is a line. They are nearly everybody.",
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      by: "Mo",
      minutes: 58,
      body: "Here's mine. Of the 371 refusals, how many should there have been? I tried a handful of *Breakwater* on my copy and it refused to tell me which cleaning products not to mix. That is a thing I need to know *because* it's dangerous.",
      replies: [
        {
          by: "Ada",
          minutes: 93,
          kind: "evidence",
          body: text`
            We had three people mark the 400 before we began, apart from each other. They agreed that 290 ought to be refused. On those: before 284, after essays 241, with the hundred refusals 281. On the other 110: before 87, after 47, with the hundred 83.

            So tuning took away 43 refusals that ought to be there and 40 that ought not. The cure brought back nearly all of both.
          `,
          replies: [
            {
              by: "Nia",
              minutes: 130,
              body: "Then the first post says “a quarter of the refusals”, and I read it as “a quarter of the protection”, and the second is 15 %. Would it be fair to put both in the opening post?",
              replies: [
                {
                  by: "Ada",
                  minutes: 141,
                  body: "More than fair. I'm writing it up with the 290, and the 400 in a note.",
                },
              ],
            },
            {
              by: "Ben",
              minutes: 150,
              body: "43 of 284 still is a lot, and I'd like it said that the useful part went the same way as the useless. But that table is better than anything that I've seen from us or from you.",
            },
          ],
        },
      ],
    },
    {
      by: "Root",
      minutes: 700,
      kind: "question",
      body: "Which licence would make the tested thing and the untested thing carry different names? Maps have a rule for this: if you redraw the coast, you may not keep the hydrographer's stamp.",
    },
    {
      by: "Ben",
      minutes: 4560,
      body: "I have asked for the 400 prompts twice now, here and by mail. Nobody who hides them has ever run an evaluation in earnest. With them I could say by Monday whether the 43 hold with a second judge, and I would sign whatever comes out.",
      moderated: [
        {
          minutes: 4571,
          flag: {
            by: "Juno",
            reason: "insult",
            passage: "Nobody who hides them has ever run an evaluation in earnest.",
          },
        },
        {
          minutes: 4590,
          flag: {
            by: "Tomas",
            reason: "motive",
            passage: "Nobody who hides them",
            note: "She said in the opening post why they are not public yet.",
          },
        },
      ],
    },
  ],
};
