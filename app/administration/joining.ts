/** Who may join, and the form that changes it. */
import type { Problems, Said } from "#app/strings/say.ts";
import { weighReason } from "../events/reason.ts";

export const joinings = ["open", "invitation", "closed"] as const;
export type Joining = (typeof joinings)[number];

export const isJoining = (text: unknown): text is Joining =>
  joinings.some((joining) => joining === text);

export interface JoiningDraft {
  joining: Joining;
  reason: string;
}

/** Reads the form that changes who may join: `joining`, `reason`. */
export function readJoiningDraft(form: {
  get(name: string): unknown;
}): { draft: JoiningDraft; problems?: undefined } | { draft?: undefined; problems: Problems } {
  const joining = form.get("joining");
  const reason = String(form.get("reason") ?? "").trim();
  const wrongReason = weighReason(reason);
  const wrongJoining: Said | null = isJoining(joining) ? null : { key: "accounts.joining.unknown" };
  if (!isJoining(joining) || wrongReason) {
    return {
      problems: {
        ...(wrongJoining && { joining: wrongJoining }),
        ...(wrongReason && { reason: wrongReason }),
      },
    };
  }
  return { draft: { joining, reason } };
}
