/** /privacy: what the forum knows, in full; change it with db/schema.ts. */
import type { Page } from "./page.ts";
import { text } from "./text.ts";

export const privacy: Page = {
  title: "Privacy",
  body: text`
    The forum keeps what it needs to show what you wrote under your name, and to let you in. This page lists all of it.
  `,
  sections: [
    {
      id: "public",
      title: "What everybody can see",
      body: text`
        Your name, the day you joined, the lines about yourself, and everything you post with its time and its earlier versions. What you said [changed your mind](/help#honours), until you take it back. Also what moderators and administrators did with their powers, with the reasons.

        It is on the public web. Others can copy it, search engines can find it, and somebody may train a model on it. Please write with that in mind.
      `,
    },
    {
      id: "account",
      title: "What only your account holds",
      body: text`
        - **Your e-mail address**, if you gave one. Others do not see it here. Letters go there once you have confirmed it; what administrators see of them stands below.
        - **Your password**, only as a hash (argon2id) from which it cannot be read.
        - **[Where you are signed in](/account/sessions)**: for each browser its kind ("Firefox on Linux"), when it began, when it ends, and the hour in which it was last here. Its network address is not kept.
        - **From which browsers you have signed in before**, as a fingerprint of the cookie named below, with the day it was last seen.
        - **How far you have read**: for each thread you opened while signed in, the last post that was there, and when that was, so that what is new can be marked, and so that the forum knows when you are no newcomer.
        - **[Posts you saved](/saved)**, and when. Nobody else sees them.
        - **[What you follow and mute](/following)**: topics, threads, branches, people, searches and words, at which level and since when, and whether you follow what you write in. Nobody else sees it, but for letters where they cannot go out (below); whoever you follow or mute is not told.
        - **[Your inbox](/inbox)**: what you were told of, when, and when you read it, for three months after you read it or a year where you never do; and the kinds of notices that you stopped. Nobody else sees it.
        - **Posts you thanked for**, and when. Their authors see your name; nobody else does.
        - **Your votes**: which posts you found worth reading, with which you agree or disagree, the reason if you gave one, and when. Nobody sees who voted what, neither authors nor moderators; everybody sees how many. Of members' accounts that nearly always vote alike, on many posts, moderators see that they do, so that one person with several accounts can be found. Counts are shown from five voters on, or after half a day, so that few of them tell nothing about one.
        - **Where you stand**: a number that the forum works out every night from what you agree and disagree with, so that what people of both sides find worth reading can be told. Nobody sees it, you included: it has no name and no meaning of its own.
        - **[Your standing](/standing)**: what your level rests on. Administrators see and may set the level, not the number. Where they set it, the public log tells everybody the level before and the one that was set.
        - **Lines you sent to an author** about a post you found exemplary. Only its author reads them, with your name.
        - **Invitations**: who made one and who used it.
        - **[Letters](/account/letters)**: which you wish for, when, and your time zone. Of each letter its subject, its kind, your address and when it went out, for 30 days; its words only until it went. Administrators see to whom letters went and how that ended: of your address the first letter and the domain, of what you follow nothing. Where the forum has no mail server, what would have been sent is there for them to read: your whole address, the letters on what you follow, and links that open your account. Links in letters are kept as fingerprints.
        - **Flags you raised**: on which post, the passage, your note, and what was decided. Moderators see that they are yours; nobody else does, least of all the author.
        - **Whom you block**, and since when. They are not told, and no page shows it to anybody but you: only whoever runs the forum could find it in its database.
        - **[What you write to the moderators](/account/mailbox)**, and their answers. Moderators and administrators read it. What they note for each other about somebody, only they read.
        - **Posts that look like spam**: of newcomers' texts and links, a fingerprint for a day, so that the same is known again.
        - **Forms you sent**, for a week, as a number and the address of the post it made, so that a form sent twice makes one post.
        - **Drafts**: what you have begun to write and not sent, where it belongs, and when it was saved. Nobody else reads it here. A draft that you send is emptied at once, one that you throw away goes after a day, any other a year after you last wrote in it.
        - **What you were asked before posting**: that a [passage read as an insult](/about/scorer), by which signal, and when; for a week, or until a week after you last wrote in the draft. Then, of what you posted, whether you had edited it; of what you dropped, only that somebody did, and the month. Never the words.
        - **How fast you write**, as the time until which you have used up your pace.
      `,
    },
    {
      id: "events",
      title: "What happened, in order",
      body: text`
        The forum keeps a record of what was done: who joined, posted, edited, withdrew, moderated, and when. The acts of moderators and administrators in it are public in the [log](/log), with the name of whom they concerned: requests to rewrite, removals, warnings, suspensions, appeals and what came of them. Who flagged is not in it. What you write in an appeal is read by the moderators, not by others. If you clear cases at level 3, the forum keeps how you decided; the log says only that members did.
      `,
    },
    {
      id: "withdrawn",
      title: "What you withdraw",
      body: text`
        The text of a withdrawn post and its earlier versions are hidden from other readers, and kept. You and the moderators can still read them. The same holds for a post that moderators removed, and for a passage that they took out. There is no button yet that erases an account or hands you everything you wrote. Ask whoever runs this forum; the law of your place may give you a right to it.
      `,
    },
    {
      id: "addresses",
      title: "Network addresses",
      body: text`
        To slow down those who guess passwords or make many accounts, the forum counts tries by network address. It keeps a fingerprint of the address with a number, for at most an hour. The lines that the program writes about its work hold no network addresses.

        What stands in front of the forum (a proxy, a provider) may keep its own record. Whoever runs this forum should say so here.
      `,
    },
    {
      id: "cookies",
      title: "Cookies",
      body: text`
        None while you only read. When you sign in, your browser gets two, and both hold a random token and nothing else:

        - **session** keeps you signed in for 30 days, renewed while you visit, and goes when you sign out
        - **device** tells the forum that you have signed in from this browser before, so that strangers who guess at your password cannot lock you out. It lasts 180 days
      `,
    },
    {
      id: "others",
      title: "Nobody else",
      body: text`
        Pages load nothing from other sites: no fonts, pictures, scripts or counters. There is no advertising, and nothing here is measured for anybody else. A link takes you to another site only when you follow it.
      `,
    },
  ],
};
