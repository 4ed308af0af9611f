/** A quarrel about a laboratory that asks for a law on distillation, with both sides at full strength. */
import { type DemoThread, text } from "./content.ts";
import { theComplaint } from "./distillation-clause/the-complaint.ts";
import { theQuarrel } from "./distillation-clause/the-quarrel.ts";

export const distillationClause: DemoThread = {
  by: "Ada",
  day: 4,
  at: "08:34",
  title: "Fjord Lab wants “derived models” registered. Read paragraph 14 before you cheer or panic",
  topics: ["Distillation", "Regulation", "Open weights"],
  url: "https://quillworks.example/notes/fjord-asks-for-a-distillation-clause",
  quote:
    "A developer who trains on more than one million outputs of a covered model should register the result as a derived model, keep records of the provenance of all training data for seven years, and obtain the written consent of the developer of the covered model before any release of weights.",
  norms:
    "Quote the paragraph you mean. The submission is twenty pages long and most of what is said about it is not in it.",
  body: text`
    Quill Works has published the submission Fjord Lab made last month to the committee on the Derived Models Bill. The passage above is paragraph 14, and it is the one that matters.

    What I think it would do, in order of how sure I am:

    1. **It makes a permission out of what is now a breach of contract.** Today, if I train on Tern's outputs against the terms, Fjord can close my account and sue me. Under paragraph 14 a third party who never agreed to any terms would need Fjord's consent too.
    2. **It catches people who cannot know.** “Trains on more than one million outputs” has no “knowingly” in it. A crawl of the public web from this year contains far more than a million Tern outputs.
    3. **Records for seven years are cheap for a company with a legal department and ruinous for a group of six.** I was in the group of six that made Halyard 9B. We kept good logs, and we could not have met this.

    I study distillation, so I have an interest and I have declared it on my profile. I would like to hear the best case *for* the paragraph, from somebody who has read it.
  `,
  replies: [...theComplaint, ...theQuarrel],
};
