/** The people of the demonstration forum, the same cast as the tests'. */
import type { DemoPerson } from "./content.ts";

export interface DemoProfile {
  name: DemoPerson;
  role: "member" | "moderator" | "administrator";
  level: number;
  /** Days before the first day of the week on which they joined. */
  joinedDaysBefore: number;
  /** A few lines about oneself, Markdown. */
  about: string;
}

export const people: DemoProfile[] = [
  {
    name: "Root",
    role: "administrator",
    level: 1,
    joinedDaysBefore: 400,
    about:
      "I keep this forum running. Before that I catalogued maps and parish registers, which is why I care more than is healthy about what can still be read in thirty years.",
  },
  {
    name: "Mo",
    role: "moderator",
    level: 1,
    joinedDaysBefore: 390,
    about:
      "Moderator here, heating engineer by day. I run models on two second-hand cards in a cupboard under the stairs and write down what they cost me in electricity.",
  },
  {
    name: "Ada",
    role: "member",
    level: 1,
    joinedDaysBefore: 371,
    about:
      "I study distillation: what a small model can learn from a large one, and what it cannot. University post, public grant, no company money. I co-wrote the training recipe of Halyard 9B.",
  },
  {
    name: "Ben",
    role: "member",
    level: 1,
    joinedDaysBefore: 240,
    about:
      "I work on evaluation at Fjord Lab, a company that sells access to closed models. I write here for myself and on my own time. Expect me to disagree, and tell me when I am merely being loyal.",
  },
  {
    name: "Nia",
    role: "member",
    level: 0,
    joinedDaysBefore: 2,
    about:
      "New here. I translate contracts for a living and started reading model licences because a friend asked me whether she could use one. I still do not know.",
  },
];
