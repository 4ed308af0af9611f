/** Who may decide about whom: nobody about themselves, and about offices administrators alone. */
import type { Office } from "#db/schema.ts";
import { isAdministrator, isModerator, type Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";

/** Refuses with 403 who would decide about themselves, or without being an administrator about somebody in office. */
export function refuseOffice(person: Person, about: Pick<Person, "id" | "role">): void {
  if (about.id === person.id) throw new Refusal(403, { key: "deeds.person.self" });
  if (isModerator(about) && !isAdministrator(person)) {
    throw new Refusal(403, { key: "deeds.person.office" });
  }
}

/** Refuses with 403 who would take back, without being one, what an administrator decided about a person. */
export function refuseHigher(person: Person, { office }: { office: Office }): void {
  if (office === "administrator" && !isAdministrator(person)) {
    throw new Refusal(403, { key: "deeds.person.higher" });
  }
}
