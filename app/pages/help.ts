/** /help: how to write here, and how the forum works. */
import type { Page } from "./page.ts";
import { text } from "./text.ts";

export const help: Page = {
  title: "Help",
  body: text`
    You can read everything without joining. To write, [join](/sign-up) or [sign in](/sign-in).
  `,
  sections: [
    {
      id: "threads",
      title: "Starting a thread",
      body: text`
        [A thread](/threads/new) has a title, a text and one to five [topics](/topics). A good title says the question or the claim, so that people know what they would be arguing about.

        These are optional:

        - **The address** of what you want to discuss, and **the passage** you mean. They stand on top of the thread.
        - **A disclosure**: your own interest in the matter, if you have one.
        - **Norms**: what you ask of those who reply here, beyond the [rules](/rules).

        Preview shows the thread as it will look. Nothing is posted by it. If a passage may read as an insult, you are [asked once](/about/scorer) before it is posted, and you decide.
      `,
    },
    {
      id: "tree",
      title: "How a thread is built",
      body: text`
        Every reply answers one post: the opening post, or another reply. Replies to one post stand below it, moved to the right. After a few levels they stop moving, so that lines stay long enough to read; they still answer the post above them.

        You can say what kind of reply yours is: a *reply*, a *question*, *evidence*, a *correction*, or *I tried this*. Nothing depends on it but what readers see.

        Each post has its own address, behind its time. Use it to point at one post and not at the whole thread.
      `,
    },
    {
      id: "reading",
      title: "Reading on",
      body: text`
        When you come back to a thread, posts of others that came since your last visit are marked *new*, and the top of the page leads to the first of them. A visit ends when you have not opened the thread for half an hour. Lists tell how much is new in threads that you have opened before.

        Keys, where your browser runs scripts: <kbd>j</kbd> and <kbd>k</kbd> go to the next post and back, <kbd>n</kbd> to the next new one.

        **Save** keeps a post in [your list](/saved), which nobody else sees. **Thanks** is for "nice post": its author sees who pressed it, nobody else does, and nothing is ordered by it. Press either again to take it back.

        [Where you are signed in](/account/sessions) can be seen, and ended, on your account's page.
      `,
    },
    {
      id: "inbox",
      title: "Inbox",
      body: text`
        [Your inbox](/inbox) tells what happened: who answered or mentioned you, what is new in what you [follow](/following), who thanked you, whose mind you changed. Many replies in one thread make one notice, which grows until you read it; who opens the thread has read it. Nothing that you mute comes up.

        Each notice says why it came, and has one press that stops its kind, or stops it for that thread, topic or person. Kinds that you stopped stand beside the inbox, to be started again; what you stopped for a thread, topic, person or search stands in [what you follow](/following), without notices. Keys: <kbd>j</kbd> and <kbd>k</kbd> go from notice to notice, <kbd>Enter</kbd> opens one, <kbd>m</kbd> marks it as read.

        Replies are told as *worth reading* once three readers or more whose votes count find them so, and everybody sees those votes. Notices that you have read go after three months, others after a year.
      `,
    },
    {
      id: "search",
      title: "Searching",
      body: text`
        [Search](/search) looks through titles and posts, as they are now; what was withdrawn is not found. It takes the words in any order and with any ending: *licence* also finds *licences* and *licensed*.

        | you write | it finds posts |
        |---|---|
        | \`"open licence"\` | with these words next to each other |
        | \`-permissive\` | without this word |
        | \`by:Ada\` | that Ada wrote |
        | \`topic:"open weights"\` | in threads of this topic |
        | \`since:2026-11-01\`, \`since:7d\` | since that day; of the last days, weeks (\`2w\`), months (\`3m\`) or years (\`1y\`) |
        | \`kind:question\` | of this kind: thread, reply, question, evidence, correction, tried |

        A sign that stands twice takes either: \`by:Ada by:Ben\` finds what Ada or Ben wrote, and so do two topics or two kinds; of two days the later counts. Everything else must be true at once.

        A search has up to 500 characters, 12 words, 12 names and 12 topics. One person asks up to 30 times a minute, and so does everybody together who comes from one network address without signing in; a forum may be set to take more or fewer.

        *Best match* compares the newest posts that match, up to 500: those that say it in the title, or often in few words, come first, and of those that match alike the more substantial. *Newest* goes through all of them by time.
      `,
    },
    {
      id: "following",
      title: "Following and muting",
      body: text`
        **Follow** stands on top of every thread, topic and person's page, and above what a [search](/search) finds. Behind "Why here?" below a post is the way to follow the replies to it alone. Four levels say how much you wish to hear:

        - **Every post**: you are told of each.
        - **Replies to me, and what is worth reading**: you are told when somebody answers or mentions you, and of posts once enough readers of them found them worth reading. One press on "Follow" is this.
        - **Nothing new**: it stays in your list, and you are told of answers and mentions only.
        - **Muted**: it leaves your lists, your search, notices, letters and feed, and nothing in it tells you anything.

        What is nearer counts: a branch before its thread, a thread before its topics. Threads that you write in you follow at the second level, unless you [say otherwise](/following). Nobody sees what you follow or mute.

        You can also mute words, several at once, on the [page of all that you follow](/following). Capitals do not count, and a word is muted as a whole: *gannet* is not *gannets*. A muted person or word hides a post whatever else you follow. In a thread that you open, a hidden post keeps its place, and one press shows it; the replies to it stay. Lists say how much they hide.
      `,
    },
    {
      id: "feeds",
      title: "Feeds",
      body: text`
        A feed reader tells you what is new without a visit. Every list has a feed as Atom (\`feed.xml\`) and as JSON Feed (\`feed.json\`) below its own address; the link *Feed* is below each list, and feed readers find it by the address of the page.

        | address | what is in it |
        |---|---|
        | \`/feed.xml\`, \`?order=new\`, \`?order=active\` | threads of the front page, in its orders |
        | \`/topics/open-weights/feed.xml\` | threads of a topic, in the same orders |
        | \`/threads/41/feed.xml\` | the newest posts of a thread |
        | \`/people/Ada/feed.xml\` | threads and posts of a person |
        | \`/search/feed.xml?q=licence\` | the newest posts that match a search |
        | \`/log/feed.xml\` | the public log |

        Programs that wish for more than the newest have all of a thread that anybody may read at \`/threads/41.json\`, as data, and at \`/threads/41.md\`, as Markdown. A long one comes in parts of up to 1,000 posts, fewer where they are long; each part ends with the address of the next.

        Entries of feeds have the whole text; with \`text=excerpt\` their beginning alone. What its author withdraws says so in the feed of its thread.

        **Your own feed** has what you [follow](/following), without what you mute. It looks at what you followed last: 100 topics, 100 people and 100 branches at each level, and all threads. Searches are not in it: each has a feed of its own. Its address has a key in it and is shown once: whoever has it can read along, so keep it to yourself. You can make another at any time, which ends the one before.
      `,
    },
    {
      id: "votes",
      title: "Votes",
      body: text`
        Below every post of others you can say two things, apart from one another:

        - **Worth reading**: it helps to think, whether or not you agree. This alone lifts posts and threads. Where you like, one tap more says why: new evidence, clear reasoning, first-hand, fair to the other side, answered my question.
        - **Agree** or **Disagree**: where you stand. Which of the two you press moves no post. Agreeing or disagreeing alone counts as read, not as worth reading.

        Press again to take it back, whenever you like. You can change your mind; [your page of standing](/standing) tells how many votes a day are taken. There is no vote against a post.

        Nobody sees who voted: no reader, no author, no moderator. How many did shows from the fifth voter on, or twelve hours after the post once somebody has; before that the first votes would lead the next. Your own you always see. Votes of [level 0](#levels) are kept, and count from the night after you reach level 1. Many votes for one author within thirty days count less, and those of two who praise each other less still.

        **Why here?** below each post tells what it is worth and what its place is made of; for an opening post also why its thread stands where it stands. Authors find there what readers who often agree with them found, and what those who often disagree found, where at least three of each have voted; never who.
      `,
    },
    {
      id: "following-order",
      title: "The order of following, and pages that are open",
      body: text`
        [Following](/?order=following), beside the other orders of the front page, has the threads of topics you follow, those you follow themselves or a branch of, and those that people you follow began or wrote in lately; without what you mute. They come as in the order *best*. Threads of which you have read the last post come after all others, until somebody writes there again. The list has every thread that you chose yourself, up to 1,000, and 400 of the others.

        While you look at a thread, it says below the replies, and at the end of the window, how many new ones have come. Press that, and you are led to the first. The number beside *Inbox* moves by itself too. Nothing else on the page does, and nothing is told to a page that you do not look at.
      `,
    },
    {
      id: "best",
      title: "Orders, and what “best” means",
      body: text`
        Lists of threads: **best** puts those on top in which many people say something worth reading. Of two threads with equally much of that the newer stands further up: half a day makes up for half of it. Insults, and two people who fill a thread between them, put it further down. Threads that a moderator pinned stand above the others, and one place in eight on the first page is for a new thread that few have voted on yet. **New** puts on top what was started last, **active** what was written in last.

        Replies in a thread: **best** puts those on top that readers of different views find worth reading; the side that finds less in a reply counts most. A new reply is lifted for a while, so that somebody sees it. If the first six replies are all of one side, the strongest of the other comes fourth, and says so. **Both sides** goes only by what the side finds in a reply that finds less, young or old. **Active** puts the branch with the most posts first, **old** and **new** go by time.

        Only "worth reading" lifts a post: however many agree with it, agreeing alone does not.
      `,
    },
    {
      id: "limits",
      title: "What votes cannot do",
      body: text`
        Votes say what readers found worth their time. They do not say what is true. This is what we know to go wrong; the figures are from simulated forums, in which one knows what each post is worth, and say nothing about real people.

        - **Readers are told apart by agreement.** It takes many such votes: under about forty people, or where three readers in ten press anything, there is little to tell, and everybody counts alike. Until then thirty accounts that only disagree can sink a top post by more than half of all places. A young forum leans on its moderators.
        - **It can be staged.** Twenty accounts, grown old on both sides on purpose, lift a weak post by 59 places of a hundred. Thirty of one side alone lift it by about 25, where other ways to count give 52 to 68.
        - **What it buys is resistance more than precision.** Where every post has the same chance of being read, a simpler count (Wilson’s) ranks somewhat better until insults are reviewed. Against votes that are only agreement, and against quarrels, it holds better.
        - **Single forums differ.** The figures are means of many.

        Whoever sees a vote go wrong can tell a moderator; how each number comes about stands behind *Why here?*.
      `,
    },
    {
      id: "honours",
      title: "Honours: exemplary, and changed my mind",
      body: text`
        Behind *Why here?* below a post there are two ways to honour it.

        **Exemplary** is one line to its author, up to 300 characters, with your name. Nobody else reads it and nothing is ordered by it. You can send one in eight hours, once you are at level 1.

        **Changed my mind** says what you thought before and what you think now, in at least 20 words. Everybody can read it; it stands at the post and on both profiles. Of one author you can say it once in a thread, and two people give it to each other a month apart at the soonest. You can take it back.
      `,
    },
    {
      id: "levels",
      title: "Standing and levels",
      body: text`
        Your standing says how much of what you wrote was found worth reading by both sides. [Your page of it](/standing) shows what counted, what did not and why. Others do not see it, nor your level, but for a level that is set by hand.

        | level | needs | lets you |
        |---|---|---|
        | 0 | | write at once, within the pace of newcomers; your votes are kept and weigh nothing yet |
        | 1 | 7 days, 30 posts of others in threads that you opened, 10 votes on at least 5 authors | have your votes count, and from the next night also those you cast before; send a line to an author |
        | 2 | 15 points, 30 days, 10 posts with votes, fewer than one insult in ten posts, and one post that both sides find better than is usual here | as level 1; let posts go that are held as possible spam |
        | 3 | 40 points, 60 days, and flags that were right three times in four, of at least fifteen | [settle clear cases](/moderation/clear), where two of you agree |

        A post brings up to ten points and fades: half in 90 days. The best three of a thread and of a day count. A changed mind brings its author one point and whoever says so half a point, between people who are no newcomers; of the same two one counts in thirty days, and of those that you say two. A level from 2 on is lost after thirty days with less than four fifths of what it needs.

        An administrator can set a level by hand. The [public log](/log) then tells everybody the reason, the level before and the one that was set. Given back, it is at once what the person has done for it, but nobody who was no newcomer becomes one. In a new forum nobody's votes would count; so whoever sets it up can choose **founding weeks**: the first 30 accounts, or everybody within 14 days, begin at level 1. That stands in the log too.
      `,
    },
    {
      id: "markdown",
      title: "Writing: Markdown",
      body: text`
        You write plain text, and a few signs give it shape.

        | you write | you get |
        |---|---|
        | \`*a little stress*\` | *a little stress* |
        | \`**more**\` | **more** |
        | \`~~no longer so~~\` | ~~no longer so~~ |
        | \`[a paper](https://quillworks.example)\` | [a paper](https://quillworks.example) |
        | \`\` \`code\` \`\` | \`code\` |

        An empty line begins a new paragraph. A list has a sign or a number before each line, a quotation a \`>\`:

        ~~~markdown
        > Records should be kept for seven years.

        Two questions:

        1. By whom?
        2. What do they cost?
           - for a company
           - for a group of six
        ~~~

        Code stands between two lines of three backticks. The name of the language after the first gives it colours:

        ~~~~markdown
        \`\`\`python
        print(sum(range(10)))
        \`\`\`
        ~~~~

        A table needs a line of dashes below its head; a colon at the right end of the dashes moves numbers to the right:

        ~~~markdown
        | setup     | tokens/s |
        |-----------|---------:|
        | one card  |       31 |
        | two cards |       29 |
        ~~~

        A long part can be folded, so that readers open it if they want it:

        ~~~markdown
        <details>
        <summary>All five runs</summary>

        31.0, 30.8, 31.2, 31.0, 30.9

        </details>
        ~~~

        Pictures are shown as links with their description, so that no page makes your browser call another site. Other HTML is shown as it was typed.

        A post may be 32 KB long, which is about 5,000 words.
      `,
    },
    {
      id: "footnotes",
      title: "Footnotes",
      body: text`
        A number in the text leads to a note below it, and the note leads back. The mark may be a digit or a word; the forum counts by itself:

        ~~~markdown
        The cost is small.[^cost] It falls every year.^[In 2031 it was half as much.]

        [^cost]: About forty hours for a group of six.
        ~~~

        The first note stands on a line of its own, anywhere in the post; the second is written where it belongs. Further paragraphs of a note begin with four spaces.
      `,
    },
    {
      id: "mathematics",
      title: "Mathematics",
      body: text`
        Formulas are written in TeX, between single dollars in a line, and between double dollars on lines of their own:

        ~~~markdown
        The loss falls as $n^{-1/2}$, so that

        $$
        L(n) = L_\\infty + \\frac{c}{\\sqrt{n}}
        $$
        ~~~

        The loss falls as $n^{-1/2}$, so that

        $$
        L(n) = L_\\infty + \\frac{c}{\\sqrt{n}}
        $$

        No space stands between a dollar and its formula, so “$5 and $10” are prices. Where a dollar is taken for a formula, write \`\\$\`. A formula that cannot be read is shown as you wrote it.
      `,
    },
    {
      id: "people",
      title: "Naming people, and quoting them",
      body: text`
        \`@Ada\` becomes a link to Ada, if there is somebody of that name. Quotations and code name nobody.

        To quote a post, begin the quotation with a link to it and a colon. The forum then says who wrote it:

        ~~~markdown
        > [Ada](/posts/12):
        > Records should be kept for seven years.

        Seven is too many.
        ~~~
      `,
    },
    {
      id: "emoji",
      title: "Emoji",
      body: text`
        Type them, or their name between colons: \`:tada:\` becomes :tada:, \`:thinking:\` becomes :thinking:. A name that nobody knows stays as it is.
      `,
    },
    {
      id: "models",
      title: "Text that a model wrote",
      body: text`
        Put it into a block that names the model, and say outside the block what you think of it:

        ~~~~markdown
        \`\`\`ai Tern 3
        What the model answered.
        \`\`\`

        Its third point is the one I would defend.
        ~~~~

        If the answer holds code of its own, begin and end the block with four backticks. A quotation does as well:

        ~~~markdown
        > [!AI Tern 3]
        > What the model answered.
        ~~~

        The block stands apart, readers can fold it, and its words are not counted as yours.
      `,
    },
    {
      id: "edits",
      title: "Editing, and what it leaves",
      body: text`
        You can edit your own posts as long as the thread is not locked, and no case about the post is open that you were asked to answer. The post then says that it was edited, and everybody can read its earlier versions and what changed. If you change your mind, it is often better to say so in a reply.
      `,
    },
    {
      id: "withdraw",
      title: "Withdrawing a post",
      body: text`
        You can take back what you wrote, also in a locked thread, and show it again later. While it is withdrawn, the text and its history are hidden from everybody but you and the moderators. The replies of others stay where they are.
      `,
    },
    {
      id: "pace",
      title: "How much at once",
      body: text`
        Newcomers post five times in a row, then once in thirty seconds; on the first day two threads and ten replies, later five and fifty a day. Whoever runs the forum may have set other numbers. If you are too fast, the forum says how long to wait and keeps your text.
      `,
    },
    {
      id: "names",
      title: "Names",
      body: text`
        A name has 2 to 30 characters: letters, digits, and between them hyphens, underscores and dots. It keeps to one script. Two names that look alike count as the same, so that nobody can pass for you.

        It need not be the name in your passport. The picture beside it is drawn from the name.
      `,
    },
    {
      id: "passwords",
      title: "Passwords",
      body: text`
        At least 12 characters, at most 256. Four or five words that nobody puts together are good, and you can remember them. Passwords that are among the first that others try are refused, and so are those that hold your name.

        Keep yours in a safe place, best in a password manager. If you lose it and have [confirmed an e-mail address](/account/email), a [link to set another](/forgot-password) is sent there; it works once, within an hour. Whoever uses it is signed out everywhere, and their own feed has no address any more.
      `,
    },
    {
      id: "letters",
      title: "Letters",
      body: text`
        With a confirmed e-mail address you choose [which letters](/account/letters) are sent to you. Mentions, and cases about you, come at once, unless you have read them here within a minute. A letter every day or every week brings the posts that readers found most worth reading in what you follow, at the hour of your own time zone. If there is nothing to say, no letter comes.

        Each letter has a link that stops its kind in one press, without signing in.
      `,
    },
    {
      id: "invitations",
      title: "Invitations",
      body: text`
        Administrators decide whether joining is open to all, by invitation, or closed. An invitation is a code that lets one person join, once, for a limited time.
      `,
    },
    {
      id: "moderation",
      title: "Moderation",
      body: text`
        **Flag** below a post tells moderators that it breaks a [rule](/rules). Mark the passage first, where it is one passage that does. Nobody but moderators learns that it was you. A flag of a newcomer is kept and weighs nothing; of everybody else it weighs more the oftener their flags were right. Ten a day, thirty a week.

        What comes of flags is a **case**. Mostly its author is **asked to rewrite** the passage, within 72 hours: the post stays where it is, folded under one line, and the rest of the argument with it. Once the passage is gone, all is as before. Only what is nothing but an insult, spam, or a threat is **removed**. Nobody decides on a case about themselves, and no program judges a post: it may only ask moderators to look. By itself the forum does this, each time with a line in the log: it shows a new text as before when the passage is gone, holds a post that looks like spam for half a day at most, limits somebody whose insults were upheld again and again to one reply an hour, and ends what has a time.

        Every act of moderators needs a reason, stands in the [public log](/log), and can be undone. [What they can do, step by step](/about/moderation).
      `,
    },
    {
      id: "appeals",
      title: "If a decision about you is wrong",
      body: text`
        Whatever was decided about you or your post comes to [your inbox](/inbox), with the rule, the reason, and a link to its row in the log. There you can **appeal**, once, within 14 days, in 300 words. Another moderator hears it; a long suspension or a passage taken out is heard by an administrator who had no part in it. If the decision falls, the post is back with its votes, and the log says so.

        For anything else, [write to the moderators](/account/mailbox). Nobody else reads it. That door stays open while you are suspended, as do reading, your account, and appeals.
      `,
    },
    {
      id: "shields",
      title: "When it becomes too much",
      body: text`
        - **Block** somebody, from their page: they can no longer answer you, and you are told nothing of them: if they name you, that stays in their text, but no notice and no letter comes of it. They are told only that replying to your post is not possible. They still read and vote.
        - **Quiet your thread**: for 48 hours newcomers do not reply in it, and others once an hour. Everybody sees that, and until when.
        - **Mute** what you do not wish to read: [people, topics, threads, words](/following).
        - If six people or more answered one author within an hour, further replies to that post wait ten minutes, and the form says what has been said already.

        In one branch, two replies of yours lie at least two minutes apart, and more where posts in it were flagged. After five rounds between the same two people the forum proposes a summary, and half an hour.
      `,
    },
  ],
};
