/** /terms: what holds between the forum and those who write in it. */
import type { Page } from "./page.ts";
import { text } from "./text.ts";

export const terms: Page = {
  title: "Terms",
  body: text`
    Short, because a text that nobody reads protects nobody. Whoever runs this forum may need to add their name, their address and what the law of their place asks for.
  `,
  sections: [
    {
      id: "yours",
      title: "What you write stays yours",
      body: text`
        You keep your rights in it. By posting you allow this forum to store it, to show it to everybody at its address, and to keep its earlier versions. You do not allow us to sell it or to change its words.
      `,
    },
    {
      id: "answer",
      title: "You answer for it",
      body: text`
        Post only what you may publish. When you quote, name the source and quote no more than your point needs. Leave out what others told you in confidence, and what would tell where a person lives or works if they did not say so themselves.
      `,
    },
    {
      id: "rules",
      title: "The rules hold for everybody",
      body: text`
        The [rules](/rules) are part of these terms, for members, moderators and administrators alike. What may follow from breaking one, and how to have a decision looked at again, stands on [its own page](/about/moderation).
      `,
    },
    {
      id: "account",
      title: "Your account",
      body: text`
        Do not use two accounts to agree with yourself, and do not lend yours. Choose a password that you use nowhere else. A program may write here only if its profile says that it is one and who answers for it.
      `,
    },
    {
      id: "promise",
      title: "What we do not promise",
      body: text`
        The forum is offered as it is. It may be away for a while, and what people say in it may be wrong. It gives no advice on law, on safety or on money, even where it sounds as if it did.
      `,
    },
    {
      id: "changes",
      title: "Changes",
      body: text`
        When these terms change, a thread with the topic *This forum* should say what changed and why, before it does.
      `,
    },
  ],
};
