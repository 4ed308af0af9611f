/** Where the week ends: what is decided, and what stays open. */
import { type DemoPost, text } from "../content.ts";

export const whatMoDoes: DemoPost[] = [
  {
    by: "Mo",
    minutes: 9015,
    body: text`
      The week is nearly over, so here's what I'll do. Tell me by tomorrow if I misread the room.

      1. **Nothing moves.** The topic is called *Open weights* and by A they all belong there.
      2. Each model gets Root's **list of what is there and what is missing, with dates**, in Nia's form, with Ben's 90 % question for data. No letters.
      3. I don't use the plain word *open* in anything I write as a moderator. What it should mean stays undecided between Ada (all three freedoms) and Ben (what people work with), and I think it's honest to leave it that way.

      The two of you moved me more than once and never to the same place.
    `,
    replies: [
      {
        by: "Ada",
        minutes: 9030,
        body: "You have not misread it. I still think the word is worth a fight, and I'll have it elsewhere.",
      },
      {
        by: "Ben",
        minutes: 9041,
        body: "Agreed on all three. I came to say that the debate was about marketing, and leave with a data set that I want somebody to keep a copy of.",
      },
      {
        by: "Root",
        minutes: 9062,
        body: "I have put the form of the list where moderators keep theirs. August is provided for.",
      },
    ],
  },
];
