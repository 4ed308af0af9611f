/** /about/scorer: what reads along before something is posted, and how far it can be trusted. */
import type { Page } from "./page.ts";
import { text } from "./text.ts";

export const scorer: Page = {
  title: "The scorer",
  body: text`
    Before you post, a small program of this forum reads your text. It looks for two things, apart from each other: a passage that may **demean** somebody, and what the text **gives its reader**: a reason, a fact, a source, a distinction, an honest question. One insult in a good argument is high on both.
  `,
  sections: [
    {
      id: "why",
      title: "Why am I asked?",
      body: text`
        Because one passage looks like those that people took for an insult. You are asked once for each draft, and you decide: edit it, or post it as it is. Nothing is blocked, nobody is told, and what you post is shown as what everybody posts. The scorer alone never lowers a post's place.

        *Why ask at all?* In a large trial elsewhere, a question before posting made 22 in 100 people rewrite what they had in mind and 9 in 100 drop it. Most of us write something in anger that we would not say an hour later.

        *What is kept?* Of a post about which you were asked: that you were asked, by which signal, and whether you edited it. Of what you dropped: that somebody dropped something, and the month. Never the words.
      `,
    },
    {
      id: "how",
      title: "How it works",
      body: text`
        It is part of the forum's own program: no text leaves this server, and no large model is asked. It undoes disguises (sp-aced, l33t, look-alike letters), leaves out quotations, code and blocks that are labelled as written by a model, and looks at who is spoken of: you, they, a group, oneself, a thing, an idea. What each sign is worth was learnt from examples.

        To be civil is not the point, and to agree still less: “this is wrong, and here is why” is what the forum is for.
      `,
    },
    {
      id: "trained",
      title: "What it learnt from",
      body: text`
        Public collections of comments with free licences, and some thousands of sentences written for it. They are named, with their makers and licences, in the file NOTICE of the software; whoever doubts a number can train and measure it again with two commands, \`npm run train\` and \`npm run evaluate\`.
      `,
    },
    {
      id: "wrong",
      title: "What it gets wrong",
      body: text`
        - **It misses what is only meant.** Irony, an insult by comparison, a hint that only the person concerned understands: it sees some and overlooks more.
        - **It takes offence where friends would not.** Banter, words that a group has made its own, a sharp word about oneself.
        - **It knows English only.** Of another language it says that it cannot judge, and nobody is asked. English as it is written by those who learnt it elsewhere, or in a dialect, it judges less well.
        - **Words for who people are** (religion, origin, sex) have misled scorers like it. It is tested for that; see the table.
        - **Substance is what it can see of it.** It knows a reason from a phrase that looks like one only by its form. It cannot tell whether a source says what the post claims, or whether a number is right.

        That is why it asks and never decides. If it asked you without cause, say so in a thread with the topic *This forum*.
      `,
    },
    {
      id: "off",
      title: "Without it",
      body: text`
        Whoever runs a forum can switch the scorer off with a setting, or put another in its place; all else works as before.
      `,
    },
  ],
};
