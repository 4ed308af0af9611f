/** All that is asked, in the order of the mechanism's table; then what is only told. */
import type { Question } from "./question.ts";
import { ofBrigades, toldOfBrigades } from "./questions/brigades.ts";
import { ofDecisions } from "./questions/decisions.ts";
import { ofExactness } from "./questions/exactness.ts";
import { ofFlaggers, toldOfFlaggers } from "./questions/flaggers.ts";
import { ofPace, toldOfPace } from "./questions/pace.ts";
import { ofFit, ofPositions } from "./questions/positions.ts";
import { ofRing, toldOfRing } from "./questions/ring.ts";
import { ofThreads, toldOfThreads } from "./questions/threads.ts";
import { ofTruth, toldOfTruth } from "./questions/truth.ts";

export const asked: Question[] = [
  ...ofTruth,
  ...ofPositions,
  ...ofExactness,
  ...ofFit,
  ...ofBrigades,
  ...ofRing,
  ...ofThreads,
  ...ofFlaggers,
  ...ofDecisions,
  ...ofPace,
];

export const told: Question[] = [
  ...toldOfTruth,
  ...toldOfBrigades,
  ...toldOfRing,
  ...toldOfThreads,
  ...toldOfFlaggers,
  ...toldOfPace,
];
