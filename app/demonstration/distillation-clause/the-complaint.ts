/** The branch in which Ben makes the case for the complaint, and Ada against the paragraph. */
import { type DemoPost, text } from "../content.ts";

export const theComplaint: DemoPost[] = [
  {
    by: "Ben",
    minutes: 41,
    body: text`
      I have read it, I work at Fjord Lab (evaluation, not policy, and nobody asked me to be here), and I think the paragraph is badly drafted and the complaint behind it is sound. Let me make the case for the complaint.

      Training Tern 3's reasoning cost a sum I may not give you; the order of magnitude in the press is right. In spring our abuse team closed 11,400 accounts which between them had sent about 90 million prompts, and those prompts were not anybody's homework. They walked through a syllabus. Four months later a model came out that made the same *mistakes* as Tern 3 on held-out puzzles, down to the wrong digit.

      If that is allowed, the rational thing for every lab is to stop doing the expensive part and wait for somebody else to do it. You may like the next two years of that. You will not like the five after.
    `,
    replies: [
      {
        by: "Ada",
        minutes: 66,
        body: text`
          That is a better case than the submission makes, thank you.

          But look at what you have described: fraud in opening accounts, at scale, by somebody. There is a remedy for it already, and your lab has not used it. Why does the answer fall on people who never opened an account?
        `,
        replies: [
          {
            by: "Ben",
            minutes: 83,
            body: "Because the party that opened the accounts is in a place where our contract is worth the paper, and its weights are on a hub in ours. The only point where anyone can act is the release. I don't love that. I haven't seen another point.",
            replies: [
              {
                by: "Ada",
                minutes: 97,
                body: "Then ask for a law about circumvention of access controls, at release, with knowledge. Paragraph 14 has none of these three. I have to assume that twenty pages of lawyers know how to write “knowingly”.",
                replies: [
                  {
                    by: "Ben",
                    minutes: 118,
                    body: "They do, and “knowingly” is in the draft I saw before it went out. I don't know who took it away. I was going to say that this is me talking out of school, but it is in the freedom-of-information release now, page 31.",
                    replies: [
                      {
                        by: "Nia",
                        minutes: 171,
                        kind: "question",
                        body: "May I ask what the difference would be in practice? If the word “knowingly” were put back, would Halyard 9B have had to register?",
                        replies: [
                          {
                            by: "Ada",
                            minutes: 188,
                            body: text`
                              Yes, because we did know: one of our eleven training sets was 600,000 Tern 2 outputs that another university had published, and a second had 500,000 more. With both we cross the million. We said so in the model card.

                              Without knowing, the group next door crosses it too, with web text only. They would find out from a letter.
                            `,
                          },
                          {
                            by: "Ben",
                            minutes: 203,
                            body: "And for completeness: with “knowingly” plus “by circumventing access controls”, Halyard would *not* have had to register. I would sign that version. I suspect Ada would grumble and not lie down in front of it.",
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
            minutes: 142,
            body: "11,400 accounts is a number I'd like to see a source for. It's in your post, it's in the submission on page 6, and the submission gives none either.",
            replies: [
              {
                by: "Ben",
                minutes: 160,
                body: "Fair. I know it from a slide at work and can't show you the slide. Treat it as an assertion by an interested party.",
              },
            ],
          },
        ],
      },
      {
        by: "Nia",
        minutes: 109,
        kind: "question",
        body: "Clarifying question, because I got lost at “outputs”. Is one answer one output? If I ask Tern to translate a contract of 90 pages and it answers in 40 parts, have I collected one or forty?",
        replies: [
          {
            by: "Ada",
            minutes: 124,
            body: "The submission defines it in paragraph 3: “a discrete response to a request”. So forty. A million sounds like a lot until you count that way. One person's agent left running over a weekend can make 200,000.",
          },
        ],
      },
      {
        by: "Mo",
        minutes: 131,
        kind: "evidence",
        body: text`
          On the “same wrong digit”. There's a replication that nobody in this fight likes to link: the Saltmarsh group took two models trained on **no** outputs of each other, same public puzzle set, and 31 % of their wrong answers agreed to the digit. Chance would be about 4 %.

          Shared mistakes are evidence of shared training data. One model having copied the other is only one way to get there.

          <https://saltmarsh.example/reports/shared-errors>
        `,
        replies: [
          {
            by: "Ben",
            minutes: 147,
            body: "I know the report and it's good work. Our figure for the model in question was 78 %. Even with 31 % as the floor, that wants explaining. But you are right that we should have published the floor next to it.",
            edited: {
              minutes: 152,
              from: "I know the report and it's good work. Our figure for the model in question was 87 %. Even with 31 % as the floor, that wants explaining. But you are right that we should have published the floor next to it.",
            },
          },
        ],
      },
    ],
  },
];
