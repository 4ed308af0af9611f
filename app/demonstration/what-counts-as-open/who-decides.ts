/** Who would decide, and what happens when a law hangs money on the word. */
import type { DemoPost } from "../content.ts";

export const whoDecides: DemoPost[] = [
  {
    by: "Root",
    minutes: 1600,
    body: "A question that nobody has asked: *who will apply the definition next year?* Mo has a week. A definition which needs Mo is a definition until Mo is on holiday.",
    replies: [
      {
        by: "Mo",
        minutes: 1612,
        body: "Mo is on holiday in August.",
      },
      {
        by: "Ada",
        minutes: 1630,
        body: "A small body with no money in it. Three people, drawn by lot from those who have reproduced something. They publish the list for each model and nothing else.",
        replies: [
          {
            by: "Ben",
            minutes: 1655,
            body: "Who pays their rent while they do? A body with no money in it decides for a year, out of love, and then by whoever has the time, which means: by whoever is paid by somebody to have the time. I'm paid by somebody. Do you want me to have the time?",
            replies: [
              {
                by: "Ada",
                minutes: 1668,
                body: "Better you, disclosed, than nobody. And I mean that more kindly than it sounds.",
              },
              {
                by: "Root",
                minutes: 1690,
                body: "Cataloguing is paid by libraries, badly and for ever. It is the “for ever” that makes it work.",
              },
            ],
          },
        ],
      },
      {
        by: "Ben",
        minutes: 1700,
        body: "The larger trouble is that it won't be us. The Derived Models Bill exempts “open models” from registration, and defines them in a schedule that a minister can change. The day a word is worth money, its meaning is decided by those who can afford to want it.",
        replies: [
          {
            by: "Ada",
            minutes: 1718,
            body: "Which is why I'd like the strictest possible meaning on record before that day. Anybody can loosen a strict word later. Nobody ever tightened a loose one.",
            replies: [
              {
                by: "Ben",
                minutes: 1735,
                body: "Consider what the strictest meaning does *under this bill*, though. D with an exemption attached exempts three models. Everybody else registers, your students included. If you want small groups to be left alone you should pray that the minister reads B.",
                replies: [
                  {
                    by: "Ada",
                    minutes: 1760,
                    body: "I turned this over for the length of a bus ride. You are right about the consequence, and I won't change a definition because of what one bill hangs on it. The exemption should be for small groups and say so, and leave the word alone.",
                    replies: [
                      {
                        by: "Ben",
                        minutes: 1771,
                        body: "“The exemption should say what it means” is a position I can sign. Write down the time.",
                      },
                      {
                        by: "Mo",
                        minutes: 1785,
                        body: "I've been reading the two of you for a year. It is the first.",
                      },
                    ],
                  },
                ],
              },
              {
                by: "Nia",
                minutes: 2830,
                body: "In my work I have seen a loose word tightened: “organic” was once anything with a leaf on it. It took a law, inspectors and some twenty years. So it can be done, but I agree that it is not the cheap direction.",
              },
            ],
          },
        ],
      },
      {
        by: "Nia",
        minutes: 4500,
        kind: "question",
        body: "Does anybody know how the schedule defines it today? I found the bill and not the schedule.",
      },
    ],
  },
];
