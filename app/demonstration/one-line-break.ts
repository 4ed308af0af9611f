/** A leaderboard that moved because of a line break, and what a score is then worth. */
import { type DemoThread, text } from "./content.ts";

export const oneLineBreak: DemoThread = {
  by: "Ben",
  day: 2,
  at: "10:20",
  title: "Eleven places on a leaderboard, for one line break",
  topics: ["Evaluation", "Reproducibility"],
  disclosure:
    "I work on evaluation at Fjord Lab. One of the models below is ours, and the mistake made it look better than it is.",
  body: text`
    A short confession with numbers. Last week I ran the public *Tidewater* suite over twelve models with the harness everybody uses. Then I ran it again after changing one thing: the prompt ended in \`Answer:\` and I let it end in \`Answer:\` plus a line break.

    | model | without | with | places |
    |---|---:|---:|---:|
    | Tern 3 | 71.4 | 71.9 | 0 |
    | Halyard 9B | 58.2 | 63.0 | +4 |
    | Sandpiper 400M | 31.0 | 24.7 | −2 |
    | Gannet 30B | 66.5 | 59.8 | −11 |

    The other eight moved by less than two points.[^1] Gannet was trained on chats where every turn ends in a line break, so a prompt which ends in one reads to it like a finished conversation. It politely says nothing, and nothing scores zero.

    The board was published *with* the line break. I've written to its authors. My question here is what to do in general.

    [^1]: The whole table, with seeds, goes into the report. The same weights, the same machine and the same day for both runs; nothing else differed.
  `,
  replies: [
    {
      by: "Ada",
      minutes: 18,
      body: "Run at least five formats, publish the spread, and rank by the median. We do this for our own tables. The spread for a 9B model is typically 3 to 6 points, so most of the differences that people quarrel about vanish into it.",
      replies: [
        {
          by: "Ben",
          minutes: 33,
          body: "At twelve models and five formats this is a bill of several thousand for each board. I can pay it. A volunteer can't, so you'd hand the leaderboards to the labs.",
          replies: [
            {
              by: "Ada",
              minutes: 47,
              body: text`
                > [Ben](/posts/{answered}):
                > I can pay it. A volunteer can't

                True for the whole suite. Try 300 questions drawn at random for the four extra formats. The score itself is then uncertain by

                $$\\sqrt{p\\,(1-p)\\,/\\,300} \\approx 0.028 \\quad\\text{for } p = 0.6,$$

                nearly three points. But the *spread* is known to about a point, since all formats are asked the same questions, and it costs a tenth.
              `,
              replies: [
                {
                  by: "Ben",
                  minutes: 1490,
                  kind: "tried",
                  body: "Tried: 300 questions, five formats, twelve models, 6 hours on one card. The spread came out within 0.8 points of the full run for ten models of twelve. For the other two it was off by 2. Good enough to print, and I'll send it to the board.",
                },
              ],
            },
          ],
        },
        {
          by: "Mo",
          minutes: 60,
          body: "Median hides what I want to know. I use *one* format, the one my runner uses. If a model falls over without a line break, I'd like to see it fall.",
          replies: [
            {
              by: "Ada",
              minutes: 75,
              body: "Print both: the median for people who compare, and the worst for people who run it. You've just argued for the second column.",
            },
          ],
        },
      ],
    },
    {
      by: "Nia",
      minutes: 90,
      kind: "question",
      body: "What does a reader lose if the board simply shows “58 to 63” and gives equal places to ranges which overlap?",
      replies: [
        {
          by: "Ben",
          minutes: 104,
          body: "The number one. With overlapping ranges, places one to four are all “first”, and nobody prints a press release about sharing first with three competitors.",
          replies: [
            {
              by: "Nia",
              minutes: 111,
              body: "That was my question, and it seems it was also my answer.",
            },
          ],
        },
      ],
    },
    {
      by: "Root",
      minutes: 400,
      kind: "question",
      body: "Is there anywhere an archive of leaderboards as they were on a given day? The authors will correct this one, which is right, and then the eleven places will never have happened.",
    },
  ],
};
