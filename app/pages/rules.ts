/** /rules: five rules, each with its reason. */
import type { Page } from "./page.ts";
import { text } from "./text.ts";

export const rules: Page = {
  title: "Rules",
  body: text`
    This forum takes no side in the debates it hosts. It asks five things of everybody who writes in them, whatever they say.
  `,
  sections: [
    {
      id: "argument",
      title: "1. Attack the argument, not the person",
      body: text`
        Say what is wrong with the sentence. Leave its author out of it.

        *Why:* an insult answers nothing, and it drives away the people who could.
      `,
    },
    {
      id: "motive",
      title: "2. Guess at nobody's motive or employer; say your own interest",
      body: text`
        Who somebody is, who pays them and why they say it is theirs to tell. If you work for, are paid by or compete with what a thread is about, say so once.

        *Why:* a guess cannot be answered, and can cost somebody their work. An interest that is stated costs nothing.
      `,
    },
    {
      id: "strongest",
      title: "3. Answer the strongest form of what was said",
      body: text`
        If a sentence can be read in two ways, answer the better one. If you are not sure that it was meant, ask.

        *Why:* beating the weak form convinces nobody who holds the strong one.
      `,
    },
    {
      id: "source",
      title: "4. Bring a source, or say that you have none",
      body: text`
        Link to what you read, or give the numbers and how you got them. “I think so, without having looked” is welcome too.

        *Why:* readers can check a source, and can weigh a guess that says it is one.
      `,
    },
    {
      id: "models",
      title: "5. Label what a model wrote",
      body: text`
        Put text that a model made in a block of its own, name the model, and say in your own words which part of it you stand behind.

        *Why:* people come here to argue with people, and want to know who can answer for a sentence.
      `,
    },
    {
      id: "kept",
      title: "How the rules are kept",
      body: text`
        Moderators pin and lock threads. Each time they give a reason, and act and reason stand in the [public log](/log). If you think that a decision was wrong, say so in a thread with the topic *This forum*.
      `,
    },
  ],
};
