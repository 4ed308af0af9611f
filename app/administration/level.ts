/** A level set by hand, and the form that sets it. */
import type { Problems, Said } from "#app/strings/say.ts";
import { weighReason } from "../events/reason.ts";
import { type Level, levels } from "../standing/levels.ts";

/** In forms and in the log: the level follows from what somebody does. */
export const BY_ITSELF = "itself";
export const levelChoices = [BY_ITSELF, "0", "1", "2", "3"] as const;

/** Where somebody's level is set. */
export const levelPath = (name: string) => `/admin/people/${encodeURIComponent(name)}/level`;

export interface LevelDraft {
  /** Null for a level that follows from what the person does. */
  level: Level | null;
  reason: string;
}

/** Reads the form that sets somebody's level: `level`, `reason`. */
export function readLevelDraft(form: {
  get(name: string): unknown;
}): { draft: LevelDraft; problems?: undefined } | { draft?: undefined; problems: Problems } {
  const choice = form.get("level");
  const reason = String(form.get("reason") ?? "").trim();
  const wrongReason = weighReason(reason);
  const isKnown = levelChoices.some((known) => known === choice);
  const wrongLevel: Said | null = isKnown ? null : { key: "administration.level.unknown" };
  if (!wrongLevel && !wrongReason) {
    const level = levels.find((known) => String(known) === choice) ?? null;
    return { draft: { level, reason } };
  }
  return {
    problems: {
      ...(wrongLevel && { level: wrongLevel }),
      ...(wrongReason && { reason: wrongReason }),
    },
  };
}
