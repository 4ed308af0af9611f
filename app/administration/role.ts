/** What a person may be here, and the form that changes it. */
import type { Problems, Said } from "#app/strings/say.ts";
import type { Role } from "#db/schema.ts";
import { weighReason } from "../events/reason.ts";

export const roles = ["member", "moderator", "administrator"] as const satisfies Role[];

export const isRole = (text: unknown): text is Role => roles.some((role) => role === text);

export interface RoleDraft {
  role: Role;
  reason: string;
}

/** Reads the form that changes somebody's role: `role`, `reason`. */
export function readRoleDraft(form: {
  get(name: string): unknown;
}): { draft: RoleDraft; problems?: undefined } | { draft?: undefined; problems: Problems } {
  const role = form.get("role");
  const reason = String(form.get("reason") ?? "").trim();
  const wrongReason = weighReason(reason);
  if (isRole(role) && !wrongReason) return { draft: { role, reason } };
  const wrongRole: Said | null = isRole(role) ? null : { key: "accounts.role.unknown" };
  return {
    problems: {
      ...(wrongRole && { role: wrongRole }),
      ...(wrongReason && { reason: wrongReason }),
    },
  };
}
