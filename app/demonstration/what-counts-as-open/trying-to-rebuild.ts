/** What happens when somebody tries to build an open model again from what was published. */
import { type DemoPost, text } from "../content.ts";

export const tryingToRebuild: DemoPost[] = [
  {
    by: "Ada",
    minutes: 1510,
    kind: "tried",
    body: text`
      Enough philosophy from me. I took the nine models that Mo counts as C and asked two students to start the smallest one, Sandpiper 400M, from what is published. “Good enough that a skilled person could build something similar”: they are skilled, and we had 1,200 hours on borrowed cards.

      After a day:

      - code: runs after three changes (one path, one version, one missing file that we could guess)
      - data: 71 of 80 sources named, 66 obtainable, 5 gone
      - order of the data: not published
      - the learning rate in the paper and in the configuration differ by a factor of ten

      I shall report.
    `,
    replies: [
      {
        by: "Mo",
        minutes: 1525,
        body: "This is the sort of post I keep the lights on for. Which of the two learning rates?",
        replies: [
          {
            by: "Ada",
            minutes: 1533,
            body: "The configuration's. With the paper's it diverges after 300 steps, so at least that was quick to settle.",
          },
        ],
      },
      {
        by: "Root",
        minutes: 1560,
        body: "Please keep the log of everything that had to be guessed. In my experience the list of guesses is worth more than the result.",
        replies: [
          {
            by: "Ada",
            minutes: 4400,
            body: "Day three, list of guesses: 1. the file `clean_v2_final.json` (we used `clean_v2.json`). 2. the order of the data (we shuffled, seed 1). 3. whether the last 5 % was trained on “high-quality text”, which the paper mentions and the code doesn't. 4. what counted as English.",
            replies: [
              {
                by: "Ben",
                minutes: 4433,
                body: "Number 4 is not a joke. Our filter disagrees with the best-known public one on 3 % of pages, and a good half of those are recipes.",
                replies: [
                  {
                    by: "Ada",
                    minutes: 4450,
                    body: "Ours was throwing out poems.",
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: "Ben",
        minutes: 4490,
        kind: "question",
        body: "When it is done, how will you tell whether you have “something similar”? Same loss? Same benchmark scores? Same mistakes? Two runs of our own, same code, same data, different seed, differ by up to 1.8 points on a single benchmark.",
        replies: [
          {
            by: "Ada",
            minutes: 4512,
            body: "Decided beforehand, so you can hold me to it: mean over the paper's seven benchmarks within 2 points, and no single one more than 5 away. Same mistakes I don't ask for.",
            replies: [
              {
                by: "Ben",
                minutes: 4520,
                body: "That's fair, and fairer for being written down before. My bet: mean within 2, one benchmark out by more than 5.",
                replies: [
                  {
                    by: "Mo",
                    minutes: 4527,
                    body: "I take the other side. A bag of coffee.",
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: "Ada",
        minutes: 8650,
        kind: "evidence",
        body: text`
          Done, 1,140 hours of the 1,200.

          | benchmark | paper | ours | difference |
          |---|---:|---:|---:|
          | reading | 48.2 | 47.5 | −0.7 |
          | arithmetic | 11.0 | 10.6 | −0.4 |
          | facts | 33.9 | 31.8 | −2.1 |
          | common sense | 52.4 | 52.9 | +0.5 |
          | code | 9.7 | 3.1 | −6.6 |
          | long text | 28.8 | 28.0 | −0.8 |
          | translation | 19.5 | 19.9 | +0.4 |
          | **mean** | **29.1** | **27.7** | **−1.4** |

          By the rule I wrote down on day three, this **failed**: code is more than 5 away. The most likely cause is one of the five sources that are gone, a collection of beginners' exercises.

          So here is what C was worth in this case. Six sevenths of the model could be had again by two students in a week. The rest went with one vanished page.
        `,
        edited: {
          minutes: 8671,
          from: text`
            Done, 1,140 hours of the 1,200.

            | benchmark | paper | ours | difference |
            |---|---:|---:|---:|
            | reading | 48.2 | 47.5 | −0.7 |
            | arithmetic | 11.0 | 10.6 | −0.4 |
            | facts | 33.9 | 31.8 | −2.1 |
            | common sense | 52.4 | 52.9 | +0.5 |
            | code | 9.7 | 3.1 | −6.6 |
            | long text | 28.8 | 28.0 | −0.8 |
            | translation | 19.5 | 19.9 | +0.4 |
            | **mean** | **29.1** | **27.7** | **−1.4** |

            By the rule I wrote down on day three, this **succeeded**, if one leaves out code, which is more than 5 away because of one of the five sources that are gone.
          `,
        },
        replies: [
          {
            by: "Ben",
            minutes: 8660,
            body: "“Succeeded, if one leaves out” is a sentence you would not let me write.",
            replies: [
              {
                by: "Ada",
                minutes: 8672,
                body: "I would not. Changed to *failed*, and the old sentence is in the history for anyone who wants to laugh.",
              },
              {
                by: "Mo",
                minutes: 8680,
                body: "Coffee's on its way to Ben. Ground or beans?",
              },
            ],
          },
          {
            by: "Nia",
            minutes: 8705,
            body: "For a layman this is the most useful post in the thread. I learn from it that C was nearly enough, and that the distance between nearly and enough was one page that somebody stopped paying for. Is that not rather a point for Root's *obtainable* than for either C or D?",
            replies: [
              {
                by: "Root",
                minutes: 8720,
                body: "It is a point for keeping copies. Who holds one, by name, ought to be on the list of what is missing or not.",
              },
            ],
          },
          {
            by: "Ben",
            minutes: 8740,
            body: "My reading is different and I want it on file. They got within 1.4 points with *a description*. For nearly everything anyone does with a 400M model, they have it. If D had been the bar, Sandpiper's authors, who are three people, would have called it unopen and perhaps not have bothered with the description.",
            replies: [
              {
                by: "Ada",
                minutes: 8760,
                body: "And mine: had D been the bar, they would have kept a copy of the exercises. We have one experiment and two lessons. Fair enough, we need a second experiment.",
              },
            ],
          },
        ],
      },
    ],
  },
];
