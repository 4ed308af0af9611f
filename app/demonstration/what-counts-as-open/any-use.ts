/** Restrictions on use: kindness, loophole or both. */
import { type DemoPost, text } from "../content.ts";

export const anyUse: DemoPost[] = [
  {
    by: "Ben",
    minutes: 180,
    body: text`
      Nobody has touched the step from A to B, where 38 of your 61 fall. Most fall because of a list of forbidden uses. I want to defend those lists a little.

      The people who write “not for surveillance, not for weapons” mostly mean it. Telling them that their kindness makes the model unopen, on the same shelf as “no use by companies with more than 500 employees”, throws away a distinction that any ten-year-old would draw.
    `,
    replies: [
      {
        by: "Root",
        minutes: 205,
        body: "The ten-year-old has not had to administer it. Who decides what surveillance is? Our library's camera over the bicycle rack is surveillance. With a list of forbidden uses, every lawful use has to be defended before somebody.",
        replies: [
          {
            by: "Ben",
            minutes: 221,
            body: "Every licence has a somebody. The question is whether the somebody is ever asked. In practice nobody will ask about your bicycles.",
            replies: [
              {
                by: "Root",
                minutes: 230,
                body: "Then the careful are bound and the careless are not. I have seen this kind of rule from the inside, and it empties the room of careful people first.",
                replies: [
                  {
                    by: "Nia",
                    minutes: 2870,
                    body: "This is what Ada said of “you shall not use the Outputs” in my thread, in nearly the same words: a rule that binds only those who read it punishes reading.",
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: "Ada",
        minutes: 247,
        body: "I signed one of those lists once, and meant it. What changed my mind was a letter from a group that documents prison deaths. They had been told by their own counsel not to use our model, since “law enforcement” was on our list and they analyse police reports. The police had used it without asking.",
        replies: [
          {
            by: "Ben",
            minutes: 262,
            body: "That's a drafting mistake. “*By* law enforcement” would have done it.",
            replies: [
              {
                by: "Ada",
                minutes: 270,
                body: "The next list said “by or for”. The one after that had an exception for journalism, with a definition of journalism. I don't doubt that there's a perfect list. I doubt that I'd have written it before the sixth letter.",
                replies: [
                  {
                    by: "Ben",
                    minutes: 283,
                    body: "Then perhaps lists should have versions and an address for letters, as any other piece of engineering. You describe a thing that was improving.",
                    replies: [
                      {
                        by: "Ada",
                        minutes: 299,
                        body: "It improved for those who had a lawyer and wrote. I never heard from the others, and by the nature of it I cannot know how many there were.",
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            by: "Mo",
            minutes: 277,
            body: "For what it's worth, I've used three models with lists and read one of the lists. I didn't understand it and went on.",
          },
        ],
      },
      {
        by: "Nia",
        minutes: 2850,
        kind: "question",
        body: "A question of definition. If a licence says “you may not break the law with this”, is it a restriction? It adds nothing, for the law already says so. Yet it is on 14 of the 38 lists; I counted.",
        replies: [
          {
            by: "Root",
            minutes: 2866,
            body: "It adds two things: *which* law, and *who* may enforce it. With the sentence, the author may end your permission over something that no court has judged. So I would call it a restriction.",
            replies: [
              {
                by: "Nia",
                minutes: 2878,
                body: "Thank you. So fourteen authors who probably wished only to sound responsible gave themselves a power to end anybody's use. I will write to some of them and ask whether they meant it.",
                replies: [
                  {
                    by: "Nia",
                    minutes: 7260,
                    body: "Six of the fourteen have answered. Four did not mean it; two of these have already taken the sentence out. One meant it. One asked whether *I* was a lawyer.",
                    replies: [
                      {
                        by: "Ada",
                        minutes: 7275,
                        body: "This did more in four days than my two years of grumbling about licences.",
                      },
                      {
                        by: "Mo",
                        minutes: 7301,
                        body: "So 23 by definition B has become 25. I'll keep the count in my notes.",
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
];
