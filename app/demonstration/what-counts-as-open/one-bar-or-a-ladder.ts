/** Whether there should be one bar or several rungs, and what happens to rungs in an advertisement. */
import { type DemoPost, text } from "../content.ts";

export const oneBarOrALadder: DemoPost[] = [
  {
    by: "Nia",
    minutes: 2900,
    body: text`
      I come late, and as a reader. I do not see why it has to be one word. Food has no single label “good”. It has a list of what is in it, and where I come from a row of five letters for how much of it you should eat.

      Could Mo not write the four letters beside each model, A to D, and let everyone filter?
    `,
    replies: [
      {
        by: "Mo",
        minutes: 2912,
        body: "Tempting, and it'd take me an evening. I'd like to hear from somebody who hates it first.",
      },
      {
        by: "Ada",
        minutes: 2925,
        body: "I hate it. Ladders get climbed down. The moment there are four rungs, each of them is “open (level A)”, then “level-A open”, and by the time it is in an advertisement, “open”. We know because it happened with “recyclable”.",
        replies: [
          {
            by: "Nia",
            minutes: 2940,
            body: "But it is happening now, without any ladder. Mo counted 61. Is your argument that the ladder makes it worse, or only that it does not cure it?",
            replies: [
              {
                by: "Ada",
                minutes: 2958,
                body: "Worse. Now, when a company calls a download open, I can say “it isn't”. With a ladder I have to say “it is, but only a bit”. The first sentence fits in a headline.",
                replies: [
                  {
                    by: "Ben",
                    minutes: 2970,
                    body: "It fits in a headline and is it read? The companies you would like to shame have been told “it isn't” for three years by people whom I respect. Their downloads grew by a factor of nine. Whatever this sentence does, it does not do that.",
                    replies: [
                      {
                        by: "Ada",
                        minutes: 2984,
                        body: "It kept the word alive for the ones who earn it. That is not measured in other people's downloads.",
                      },
                    ],
                  },
                ],
              },
              {
                by: "Root",
                minutes: 2966,
                body: "There is a third way with a long record: a bar *and* a description. In cataloguing, a record is either complete or it isn't. If it isn't, it says which fields are missing. No record is “complete, level B”.",
                replies: [
                  {
                    by: "Nia",
                    minutes: 2979,
                    body: "So: *open* for those that pass the bar, and for the others no grade at all, only the list of what is missing? “Weights: yes. Any use: no, section 4. Recipe: no. Data: no.”",
                    replies: [
                      {
                        by: "Root",
                        minutes: 2991,
                        body: "Precisely. A list cannot be shortened into a boast.",
                      },
                      {
                        by: "Mo",
                        minutes: 3001,
                        body: "“Cannot be shortened into a boast”: I'd put that over the door. I could do this one, too. It's the same evening's work.",
                        replies: [
                          {
                            by: "Ada",
                            minutes: 3033,
                            body: "I could live with this, depending on the bar.",
                          },
                          {
                            by: "Ben",
                            minutes: 3037,
                            body: "I could live with it whatever the bar is, because of the list. Mark the date.",
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
        minutes: 2950,
        body: "For the ladder, then, since I'm the only one left. It gives somebody who has done a little a reason to do a little more. I've sat in the room. “We would go from B to C, it is one more engineer for a quarter” is a sentence that gets a yes. “We would still not be open, but we would be missing fewer things” gets a shrug.",
        replies: [
          {
            by: "Ada",
            minutes: 3055,
            body: "I hadn't thought about the room. How often did you hear the first sentence, or one like it?",
            replies: [
              {
                by: "Ben",
                minutes: 3066,
                body: "Twice, one yes. The yes was the release of the filtering code last autumn. You cite it in your last paper, by the way.",
                replies: [
                  {
                    by: "Ada",
                    minutes: 3074,
                    body: "I do, in section 3, and it saved me a month. Hm.",
                  },
                  {
                    by: "Nia",
                    minutes: 3088,
                    body: "Then a list with *dates* beside each item could do the same? “Filtering code: since October.” A list with a date is a ladder for those who look up, and no ladder for those who advertise.",
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: "Mo",
        minutes: 4420,
        kind: "evidence",
        body: text`
          I tried the list on the ten models most talked about here, to see whether two people would fill it in alike. Root and I did it apart, without talking.

          | question | agreed | of |
          |---|---:|---:|
          | weights can be downloaded | 10 | 10 |
          | any use allowed | 9 | 10 |
          | training code there | 8 | 10 |
          | code there *and runs* | 5 | 10 |
          | data described | 4 | 10 |
          | data obtainable | 9 | 10 |

          So everything is easy to judge except “described” and “runs”, which are the two that C is made of. That's a finding against C as a bar. It's the one definition two honest people can't apply.
        `,
        replies: [
          {
            by: "Ada",
            minutes: 4441,
            body: "That is a real result. Could you say which five pairs differed on “runs”? I suspect that one of you has more patience.",
            replies: [
              {
                by: "Root",
                minutes: 4460,
                body: "I have more patience. In four of the five I counted a thing as running after I had repaired it. Mo counted it as running when it ran.",
                replies: [
                  {
                    by: "Mo",
                    minutes: 4466,
                    body: "I repair things all day. Off duty I want them to start.",
                  },
                ],
              },
            ],
          },
          {
            by: "Ben",
            minutes: 4475,
            kind: "question",
            body: "For “data described”: what would the six disagreements look like if the question were “does it name the sources that make up 90 % of the tokens”? A number can be wrong, but at least it can be wrong.",
            replies: [
              {
                by: "Mo",
                minutes: 5890,
                body: "Redone with your question: agreed on 9 of 10. I owe you a beer, and I take back “can't apply”. C can be applied when “described” becomes a number.",
              },
            ],
          },
        ],
      },
    ],
  },
];
