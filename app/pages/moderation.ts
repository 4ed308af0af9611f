/** /about/moderation: how moderation works here. Its tables are made from app/moderation. */
import type { Page } from "./page.ts";
import { text } from "./text.ts";

export const moderation: Page = {
  title: "How moderation works",
  body: text`
    Elsewhere a post with one insult and nine good sentences is either left or removed. Here the passage is flagged, its author is asked to rewrite it, and the argument stays. Every act of power stands in the [public log](/log) with its reason, and whom it concerns can appeal.
  `,
  sections: [
    {
      id: "flags",
      title: "How flags weigh",
      body: text`
        Everybody can flag a post or a passage of it. Every flag reaches the moderators' queue; who flagged, only moderators learn. What a flag moves before anybody has looked depends on who raises it:

        - flags of newcomers (level 0) weigh nothing; everybody else's weigh by how many of their earlier flags were found right: 2 × (upheld + 2) ÷ (decided + 4), and 1 at the start
        - who replied to the post counts half
        - flags of people who usually disagree with the author open a case and move nothing by themselves; a post is folded away before review only if at least two people flagged it, and either the scorer sees an insult too or both sides flag it
        - "off topic" never hides anything: a moderator gives the thread other topics, or splits the reply off into a thread of its own, which settles it
        - a flag for a threat, private data or something illegal hides a post at once, for a day at most; if no moderator confirms it by then, it is shown again
      `,
    },
    {
      id: "appeals",
      title: "Appeals",
      body: text`
        Whom a decision concerns can appeal it once, within 14 days, in up to 300 words, from its page in the log. Somebody who has not decided about it looks at it again, within two days if they can; until then no time runs out. A suspension of a week or more, and a passage that was taken out, are looked at by an administrator. Where one person holds both offices, that person decides after a day, and the log says so.
      `,
    },
    {
      id: "breaker",
      title: "The circuit breaker",
      body: text`
        If more than 15 in 100 of the last 40 decisions were reversed, no post is folded away before a moderator has looked at it, until that is better. A banner here and on the log says so.
      `,
    },
    {
      id: "limits",
      title: "Known limits",
      body: text`
        - Two accounts of long standing that pose as the author's side can, with others, sink a good post until a moderator has looked at it.
        - An early forum, with fewer than about forty voters, knows too little of sides and leans on its moderators.
        - What was quoted by others before it was taken out stands in their posts until somebody flags those too.
        - Feeds, letters and copies that left the forum before a post was taken away cannot be called back.
        - Flags weigh by level, not by address: the forum keeps no addresses of readers.
      `,
    },
  ],
};
