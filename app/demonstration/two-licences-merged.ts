/** A newcomer's question to which nobody has an answer yet. */
import { type DemoThread, text } from "./content.ts";

export const twoLicencesMerged: DemoThread = {
  by: "Nia",
  day: 0,
  at: "16:20",
  title: "Two models merged, two licences: which one do I read to my friend?",
  topics: ["Licences", "Running at home"],
  body: text`
    My friend with the diagrams has been offered a *merge* of Halyard 9B and Gannet 9B, made by somebody who signs as “tidepool” and has averaged the two. It describes circuit diagrams much better than either of them.

    Halyard's licence says that copies must come together with its terms. Gannet's says that nothing may be added to *its* terms. If both mean what they say, the file cannot be passed on at all, and yet 4,000 people have downloaded it.

    1. Is an average of two models a copy of each, or of neither?
    2. If I read both texts to her and they contradict one another, is there a custom for which of them gives way?
    3. Has anyone asked the two authors?
  `,
  replies: [],
};
