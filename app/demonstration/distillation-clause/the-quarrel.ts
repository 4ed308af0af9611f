/** The insult, the distinction that nobody expected, a question without an answer and a pasted one. */
import { type DemoPost, text } from "../content.ts";

export const theQuarrel: DemoPost[] = [
  {
    by: "Ada",
    minutes: 58,
    body: "And another thing, now that I have got to the annex. The seven names at the bottom signed a text that would make half of the student projects in this country unlawful. They are idiots or complicit, and I have met some of them, so I know which.",
    moderated: [
      {
        minutes: 71,
        flag: {
          by: "Ben",
          reason: "insult",
          passage: "They are idiots or complicit",
          note: "I know two of the seven. They would have liked a question.",
        },
      },
      {
        minutes: 84,
        flag: { by: "Sefa", reason: "insult", passage: "idiots or complicit" },
      },
      {
        minutes: 104,
        decide: {
          kind: "ask",
          rule: "argument",
          reason:
            "What the annex would do to student projects is a good point and stands. Who signed it is no argument for or against it: please say what they overlooked instead.",
        },
      },
      {
        minutes: 262,
        rewrite:
          "And another thing, now that I have got to the annex. The seven names at the bottom signed a text that would make half of the student projects in this country unlawful. Either nobody told them, or they did not ask. I should like to know which, and would put it to any of them.",
      },
    ],
    replies: [
      {
        by: "Ben",
        minutes: 74,
        body: "You have never had anything worth copying, so of course you think copying is free. Some of us have to make payroll with the thing you are being witty about.",
        withdrawn: 139,
        replies: [
          {
            by: "Ada",
            minutes: 90,
            body: text`
              I trained models on a grant of 40,000 a year and gave all of them away. If that is nothing worth copying, then 90,000 downloads a month are a funny sort of nothing.

              Still: I began it. I cannot quite take back what I think of the annex, but “idiots” was not an argument.
            `,
            replies: [
              {
                by: "Nia",
                minutes: 180,
                body: "Thank you for that. I am the reader who agrees silently with whoever was polite last, and I had nearly stopped reading at this branch.",
              },
            ],
          },
          {
            by: "Mo",
            minutes: 99,
            body: "Moderator's hat on. Ada: “idiots or complicit” is about people who aren't here to answer, one of whom Ben probably eats lunch with. Ben: this one is about a person who is here. Neither says anything about paragraph 14. Please both have another go, there's a real argument in each.",
            replies: [
              {
                by: "Ben",
                minutes: 140,
                body: "I have taken mine back. It was the third coffee. What I should have written: people who are paid by sales feel free riding as a threat to their job, and people who are paid by grants feel a consent rule as a threat to theirs. Both are right about their own case, and neither shows what the law should be.",
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: "Nia",
    minutes: 232,
    body: text`
      I tried to write down where the two of you actually differ, and I think one sentence is doing two jobs. “Halyard could not have done this without Tern's outputs.”

      Ada, you hear *Tern's outputs are enough to get Halyard* and say it's false: you also had a base model, the filtering, four months of training. Ben, you mean *take Tern's outputs away and there is no Halyard*, and that may well be true.

      Necessary is not sufficient, and both can be true: the outputs were needed, and they were nowhere near enough. Which of the two does a consent rule need? I think only the first. Which of the two does “they stole our model” need? I think the second.
    `,
    moderated: [
      { minutes: 244, flag: { by: "Calder", reason: "off-topic" } },
      {
        minutes: 276,
        decide: {
          kind: "dismiss",
          rule: "place",
          reason: "It is the question of this thread, put more exactly than the thread does.",
        },
      },
    ],
    minds: [
      {
        by: "Ben",
        minutes: 290,
        before:
          "Halyard could not exist without Tern's outputs, so whoever made Halyard took it from us.",
        now: "It could not exist without them, and they were nowhere near all of it. I had let the first sentence do the work of the second for a year. I still want a consent rule; I no longer want the word “stole” in its preamble.",
      },
    ],
    exemplary: {
      by: "Mo",
      minutes: 300,
      line: "Two people had stopped listening, and you found the one sentence on which they could both be right.",
    },
    replies: [
      {
        by: "Ada",
        minutes: 251,
        body: "This is the clearest thing anyone has written about it, and I include my own papers. I concede the first: without teacher outputs our reasoning scores drop from 61 to 44, it is in table 5. I never conceded it aloud because I knew how it would be used.",
        replies: [
          {
            by: "Ben",
            minutes: 262,
            body: text`
              > [Ada](/posts/{answered}):
              > without teacher outputs our reasoning scores drop from 61 to 44

              And I concede the second. 44 without us is a respectable model. Nobody stole *that*.
            `,
          },
        ],
      },
      {
        by: "Mo",
        minutes: 268,
        body: "@Nia, needed *when*, though? The open reasoning sets that came out since would get you most of the way back. So “necessary” has a date on it too.",
      },
    ],
  },
  {
    by: "Mo",
    minutes: 290,
    kind: "question",
    body: "Has anyone measured how much of a current public crawl is model output, by which model, and how well that can be told? Point 2 of the opening post stands or falls with it, and so does any registry.",
  },
  {
    by: "Ben",
    minutes: 301,
    body: text`
      I asked Tern 3 for the strongest arguments for a registry, so that somebody here says them:

      \`\`\`ai Tern 3
      A registry of derived models offers several important benefits.
      Firstly, transparency: stakeholders gain insight into the lineage
      of the systems that increasingly shape society. Secondly,
      accountability: where harms arise, responsibility can be traced
      along the chain of derivation. Thirdly, innovation: by ensuring
      that investments are rewarded, a registry fosters a vibrant and
      sustainable ecosystem. Fourthly, safety: safeguards which are lost
      in distillation can be identified and restored. Finally, trust:
      users can make informed choices. It is important to note that a
      balanced approach is needed which takes into account the needs of
      all stakeholders, including small developers. In conclusion, while
      challenges remain, a well-designed registry represents a promising
      step towards a responsible future.
      \`\`\`
    `,
    replies: [
      {
        by: "Ada",
        minutes: 313,
        body: "Which of these five do you stand behind? “Fosters a vibrant ecosystem” is not a thing I can answer.",
        replies: [
          {
            by: "Ben",
            minutes: 330,
            body: "The fourth, only. We do see refusals disappear in students that were trained on our answers with the refusals filtered out, and the user of the student is not told. I should have written that and left the rest in the box.",
          },
        ],
      },
    ],
  },
];
