/** Whether a model can be open while its data is shut: the branch that does not end in agreement. */
import { type DemoPost, text } from "../content.ts";

export const dataOrNoData: DemoPost[] = [
  {
    by: "Ada",
    minutes: 25,
    body: text`
      D, and I know that it leaves out my own model. Halyard 9B is a C.

      Open always had a test you could perform: *can I take this thing, understand why it does what it does, change that, and pass it on?* With a program you need the source, since nobody reads machine code. With a model the weights are the machine code. If Halyard insists that a heart attack is rare in women, and I want to know whether it read that somewhere or made it up, the weights will not tell me. The data will.
    `,
    replies: [
      {
        by: "Ben",
        minutes: 47,
        body: "The analogy breaks at the point you lean on. Nobody changes a program by patching machine code, because it's hopeless. Everybody changes a model by tuning the weights, because it's the *preferred* way, also for those who have the data. The weights are what people actually work on. That is what “source” meant: the form in which you would choose to make a change.",
        replies: [
          {
            by: "Ada",
            minutes: 60,
            body: "For adding a skill, yes. For taking something out, no. Ask anyone who has tried to make a model forget a name.",
            replies: [
              {
                by: "Ben",
                minutes: 71,
                body: "Also true of people who have the data, unless they have two months of machine time as well. What the data gives them is the ability to *start again*. A valuable thing, and a different one from changing what is there.",
                replies: [
                  {
                    by: "Ada",
                    minutes: 88,
                    body: "Conceded, in part: having the data does not make removal cheap. It makes it possible, and it makes it possible to *check*. A hospital that wants to know whether its test questions were in the training set needs nothing but a search.",
                    replies: [
                      {
                        by: "Nia",
                        minutes: 2995,
                        body: text`
                          Forgive a latecomer. I think that you just agreed that there are three freedoms in this branch and that they need three things. To *change* needs the weights. To *start again* needs data and money. To *check* needs the data, or somebody trustworthy who has it.

                          Which of them is “open”, I cannot say, but Ada's hospital needs the third and Ben's user needs the first, and a single word will always disappoint one of them.
                        `,
                        replies: [
                          {
                            by: "Ben",
                            minutes: 3010,
                            body: "I would accept that as the summary of the branch.",
                          },
                          {
                            by: "Ada",
                            minutes: 3022,
                            body: "I accept the three freedoms and not the conclusion. When there are three freedoms, “open” should mean having all of them. Otherwise we will be sold the cheapest one under the name of the dearest. We have been.",
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
            minutes: 79,
            body: "I'm with Ben on this point, from below. I've never once wished for the data of anything I run. I couldn't store it. I've wished for the licence to be shorter about fifty times.",
            replies: [
              {
                by: "Ada",
                minutes: 101,
                body: "You have never wished for the source of your boiler's firmware either, until the maker folded.",
                replies: [
                  {
                    by: "Mo",
                    minutes: 107,
                    body: "Low blow. (It was 2016 and I'm still angry.) All right: somebody must have it, even if that somebody isn't me.",
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: "Root",
        minutes: 130,
        kind: "question",
        body: "What would D mean for data that may be read but not passed on? A library may let you read a newspaper of 1950 in the reading room. It may not let you take the run home. Is a model built on that reading room ever open, by D?",
        replies: [
          {
            by: "Ada",
            minutes: 149,
            body: "By the strict reading, never. I used to think that this was fine. I now think there should be room for “anyone may have it on the same terms as we had”. If I can go to the same reading room and get the same thing, then nobody has been shut out.",
            replies: [
              {
                by: "Root",
                minutes: 162,
                body: "That would satisfy me. The word I would look for is *obtainable* rather than *published*.",
              },
              {
                by: "Ben",
                minutes: 170,
                body: "Notice that this lets in all of the public web. “Anyone may crawl it, on the same terms as we did.” Then D collapses into C with a list of addresses.",
                replies: [
                  {
                    by: "Ada",
                    minutes: 185,
                    body: "A list of addresses *with a date and a checksum* would be an enormous step from where your employer stands, and no, it doesn't collapse: pages vanish. In a sample of 10,000 addresses from our 2023 list, 2,310 gave something else or nothing last week.",
                    replies: [
                      {
                        by: "Root",
                        minutes: 196,
                        body: "23 % in not quite three years. Parish registers did better, and we had mice.",
                      },
                      {
                        by: "Ben",
                        minutes: 214,
                        body: "So by your own number a list of addresses is about a quarter short of being data after three years. That is an argument for D proper, which almost nobody can do lawfully, or for C, which at least says what it is. I still don't see the stable place in between.",
                        replies: [
                          {
                            by: "Ada",
                            minutes: 240,
                            body: "I don't either, today. I'd rather have an ideal that three models meet than a definition that everyone meets by writing a PDF.",
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
        by: "Ben",
        minutes: 255,
        body: text`
          Let me say once, without irony, what I think the strongest reason against D is, since nobody has.

          A good part of the best training data is about people: forum posts, letters, case reports, somebody's bad year written down at night. It is lawful in many places to *learn from*, and would be an outrage to *republish in bulk, cleaned and searchable, for ever*. The more carefully a data set is cleaned and indexed, the worse it is to hand out. D asks for exactly this. The three models in D that exist were trained on books whose authors are dead and on code.
        `,
        replies: [
          {
            by: "Ada",
            minutes: 280,
            body: "This is the strongest reason, and I have no complete answer to it. A partial one: such data should not be trained on either, if people would be outraged to see it published. What is in the weights can be got out. We got 0.4 % of Halyard's personal pages out of Halyard word for word, with a week's work.",
            replies: [
              {
                by: "Ben",
                minutes: 291,
                body: "0.4 % after a week by an expert, against 100 % with `grep`. Both bad, two orders of magnitude apart.",
              },
              {
                by: "Nia",
                minutes: 3040,
                body: "I was somebody's bad year once, on a board for new translators. I wrote under my name. I would mind the `grep` more than the model, by very much. I would mind not having been asked most of all, and neither C nor D does anything about it.",
                replies: [
                  {
                    by: "Mo",
                    minutes: 3061,
                    body: "That deserves a thread of its own. I'd read it.",
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
];
