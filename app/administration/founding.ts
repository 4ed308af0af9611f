/** Founding weeks: who begins above the newcomers' level in a new forum, and the form that chooses it. */
import type { Problems, Said } from "#app/strings/say.ts";
import { weighReason } from "../events/reason.ts";

export const foundings = ["off", "first-30", "first-14-days"] as const;
export type Founding = (typeof foundings)[number];

/** The first accounts that begin at level 1, */
export const FIRST_ACCOUNTS = 30;
/** and the seconds in which all do. */
export const FIRST_SECONDS = 14 * 86_400;

export const isFounding = (text: unknown): text is Founding =>
  foundings.some((founding) => founding === text);

export interface FoundingDraft {
  founding: Founding;
  reason: string;
}

/** Reads the form that chooses founding weeks: `founding`, `reason`. */
export function readFoundingDraft(form: {
  get(name: string): unknown;
}): { draft: FoundingDraft; problems?: undefined } | { draft?: undefined; problems: Problems } {
  const founding = form.get("founding");
  const reason = String(form.get("reason") ?? "").trim();
  const wrongReason = weighReason(reason);
  if (isFounding(founding) && !wrongReason) return { draft: { founding, reason } };
  const wrong: Said | null = isFounding(founding)
    ? null
    : { key: "administration.founding.unknown" };
  return {
    problems: { ...(wrong && { founding: wrong }), ...(wrongReason && { reason: wrongReason }) },
  };
}
