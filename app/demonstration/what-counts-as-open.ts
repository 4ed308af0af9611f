/** The long one: five people spend six days on what the word open should mean. */
import { type DemoThread, text } from "./content.ts";
import { anyUse } from "./what-counts-as-open/any-use.ts";
import { dataOrNoData } from "./what-counts-as-open/data-or-no-data.ts";
import { oneBarOrALadder } from "./what-counts-as-open/one-bar-or-a-ladder.ts";
import { tryingToRebuild } from "./what-counts-as-open/trying-to-rebuild.ts";
import { whatMoDoes } from "./what-counts-as-open/what-mo-does.ts";
import { whoDecides } from "./what-counts-as-open/who-decides.ts";

export const whatCountsAsOpen: DemoThread = {
  by: "Mo",
  day: 6,
  at: "09:15",
  title: "What should count as open?",
  topics: ["Open weights", "Licences", "Data", "Reproducibility"],
  norms: "Say what your definition would leave out, and who would be sorry about it.",
  body: text`
    I have a practical problem. Somebody wrote to the moderators that the topic *Open weights* is full of models that aren't open, and asked me to move them. I looked for the definition I was supposed to apply and found four, all in use here, often by the same person on the same day:

    - **A. Download.** I can get the file and run it.
    - **B. Permission.** A, and the licence lets anyone use, change and pass it on for any purpose.
    - **C. Recipe.** B, and the code and a description of the data good enough that a skilled person could build something similar.
    - **D. Everything.** C, and the data itself.

    By A, I count 61 models discussed here in the last year. By B, 23. By C, 9. By D, 3.

    I don't mind which, I mind that we quarrel about 58 models by using one word for four things. I'm not going to decide this alone, and I promise to move nothing for a week. Which one, why, and whom does it leave out?
  `,
  replies: [
    ...dataOrNoData,
    ...anyUse,
    ...tryingToRebuild,
    ...whoDecides,
    ...oneBarOrALadder,
    ...whatMoDoes,
  ],
};
