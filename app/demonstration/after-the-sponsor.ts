/** Who pays for an open model after its sponsor has gone, with a budget. */
import { type DemoThread, text } from "./content.ts";

export const afterTheSponsor: DemoThread = {
  by: "Root",
  day: 1,
  at: "09:00",
  title: "Harbour's sponsor leaves in March. Who pays for an open model that people use?",
  topics: ["Funding", "Open weights"],
  url: "https://harbour.example/news/after-march",
  quote:
    "From April there is no machine time and no salary for the maintenance of Halyard. The weights stay where they are for as long as somebody pays for the shelf.",
  body: text`
    Harbour has published its budget along with the news, which I find admirable. In a year:

    | | a year |
    |---|---:|
    | training runs | 310,000 |
    | three salaries | 195,000 |
    | serving the downloads | 22,000 |
    | answering people | (nobody is paid for this) |

    There are 90,000 downloads a month. If one downloader in a hundred gave 50 a year, the matter would be settled. It never is. Why, and what has been seen to work?
  `,
  replies: [
    {
      by: "Mo",
      minutes: 21,
      body: text`
        Because I'd have to be asked at the moment I'm grateful. I downloaded it once, at midnight, with one command. Nothing on my screen since has had Harbour's name on it.

        If \`skiff\` printed “made by six people, who have run out of money” on start, I'd have paid by the second evening.
      `,
      replies: [
        {
          by: "Ada",
          minutes: 34,
          body: "One of the six here. We discussed exactly that line and decided it was begging. Reading you I think we were vain.",
        },
        {
          by: "Ben",
          minutes: 52,
          body: "It has been tried with programs, and works for a year: people pay in the first month, then somebody makes a version without the line, because it's in the way. I'd still do it for the year.",
        },
      ],
    },
    {
      by: "Ben",
      minutes: 40,
      body: text`
        To say the unpopular thing: those 310,000 are a subsidy to companies. Of the 90,000 downloads, by Harbour's own survey, 60 % are made by firms' build machines. A sponsor who looked at that number and left did nothing odd.

        A licence in which *companies above a size pay* would cover it three times over. It'd also fail definition B in Mo's thread. Somebody has to choose between the word and the salaries.
      `,
      replies: [
        {
          by: "Ada",
          minutes: 66,
          body: "I have been on both sides of this one in a single week. What stops me is who'd do the collecting: to bill firms you need somebody who bills firms, and then that person is your largest salary, and has views about the model.",
          replies: [
            {
              by: "Ben",
              minutes: 78,
              body: "Yes. That is how one becomes a company. I've watched it from inside, and it isn't only bad: the person who bills is also the first who asks whether the thing works for anybody.",
              replies: [
                {
                  by: "Ada",
                  minutes: 1600,
                  body: "Three salaries against what it costs to bill: I did that sum last night, and it comes to one salary and a half that never touches a model. Of course somebody whom Fjord pays would like Harbour to turn into a shop. Show me one group of six that did it and still trains.",
                  moderated: [
                    {
                      minutes: 1608,
                      flag: {
                        by: "Oda",
                        reason: "motive",
                        passage:
                          "Of course somebody whom Fjord pays would like Harbour to turn into a shop.",
                      },
                    },
                    {
                      minutes: 1615,
                      flag: {
                        by: "Wren",
                        reason: "motive",
                        passage: "somebody whom Fjord pays",
                        note: "I agree with her, and this sentence does not help.",
                      },
                    },
                    {
                      minutes: 1650,
                      decide: {
                        kind: "ask",
                        rule: "motive",
                        reason:
                          "The sum is worth having, and the last question too. The sentence between them answers where Ben works and not what he said.",
                      },
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          by: "Nia",
          minutes: 95,
          kind: "question",
          body: "Is there a form between the two: the weights free for everyone, and the firms pay for something that is not the weights? Answers within a day, say, or a promise that a version will be kept for five years?",
          replies: [
            {
              by: "Root",
              minutes: 120,
              body: "Promised keeping is what archives sell, and it is the one thing I have seen firms pay for without being asked twice. They do not fear the price. They fear that it disappears.",
            },
            {
              by: "Mo",
              minutes: 133,
              body: "“Answering people (nobody is paid for this)” is right there in the budget, waiting to have a price.",
            },
          ],
        },
      ],
    },
    {
      by: "Ada",
      minutes: 1530,
      body: "News: two of the firms have written to ask what five years of keeping would cost. Nobody here knew how to answer. Root, how does one work that out?",
      replies: [
        {
          by: "Root",
          minutes: 1552,
          body: "Take the shelf and the person for one year, multiply by twenty, and do not be ashamed of the number.",
        },
      ],
    },
  ],
};
