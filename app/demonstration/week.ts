/** A believable week in a forum about open-source AI. */
import { afterTheSponsor } from "./after-the-sponsor.ts";
import { beingAsked } from "./being-asked.ts";
import type { DemoThread } from "./content.ts";
import { distillationClause } from "./distillation-clause.ts";
import { howToDisagree } from "./how-to-disagree.ts";
import { licenceForADownload } from "./licence-for-a-download.ts";
import { oneLineBreak } from "./one-line-break.ts";
import { refusalsAfterTuning } from "./refusals-after-tuning.ts";
import { theGannetLetters } from "./the-gannet-letters.ts";
import { twoLicencesMerged } from "./two-licences-merged.ts";
import { twoOldCards } from "./two-old-cards.ts";
import { whatCountsAsOpen } from "./what-counts-as-open.ts";

/** Every thread of the demonstration, in the order in which they began. */
export const week: DemoThread[] = [
  howToDisagree,
  whatCountsAsOpen,
  licenceForADownload,
  distillationClause,
  refusalsAfterTuning,
  beingAsked,
  twoOldCards,
  oneLineBreak,
  theGannetLetters,
  afterTheSponsor,
  twoLicencesMerged,
];
