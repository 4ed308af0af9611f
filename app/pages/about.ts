/** /about: what this forum is, and what it is not yet. */
import type { Page } from "./page.ts";
import { text } from "./text.ts";

export const about: Page = {
  title: "About",
  body: text`
    Steelman is a forum for arguing about open-source AI: open weights, distillation, licences, safety, regulation, and what it takes to run a model at home.

    To *steelman* somebody is to put their case as strongly as it can be put before answering it. That is the one opinion this forum has: **attack the argument, not the person**. It takes no side in the debates it hosts.
  `,
  sections: [
    {
      id: "who",
      title: "Who it is for",
      body: text`
        For people who do this work and people who are affected by it, for those who are sure and those who want to ask. You may write under any name that is not somebody else's. You can read everything without joining.
      `,
    },
    {
      id: "what",
      title: "What you can do here",
      body: text`
        - start a thread, under one to five [topics](/topics), about a question or about something published elsewhere, with the passage quoted
        - reply to any post, so that a thread grows as a tree
        - say what kind of reply yours is: a question, evidence, a correction, something you tried
        - edit what you wrote, with every earlier version open to readers, or withdraw it

        [Help](/help) shows how.
      `,
    },
    {
      id: "power",
      title: "Who decides",
      body: text`
        Before you post, a small program asks you, once, if a passage reads as an insult. It decides nothing. [What it sees, and what it gets wrong](/about/scorer).

        Administrators look after topics and decide who may join and who moderates. Moderators decide on what readers flag: mostly they ask the author to rewrite one passage, and the argument stays. Whatever either does with these powers is written in the [public log](/log), with its reason, and can be [appealed](/about/moderation). Nobody but its author writes in a post; of a passage that its author left standing after being asked, moderators may put “[insult removed]” in its place.
      `,
    },
    {
      id: "security",
      title: "If you find a hole",
      body: text`
        If this forum shows something that it should not, or lets somebody do what they should not, please tell its administrators, whose names stand in the [public log](/log), and nobody else until it is mended. A hole in the software itself is reported where the software is kept; its file SECURITY.md says how.
      `,
    },
    {
      id: "software",
      title: "The software",
      body: text`
        The program is called Steelman, too. It is free software under the MIT licence: whoever likes may run a forum of their own with it.
      `,
    },
  ],
};
