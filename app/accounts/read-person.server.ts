import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import type { Role } from "#db/schema.ts";
import { nameKey } from "../names/name-key.ts";

/** What everybody may know of a person; nothing else of the row leaves the forum. */
export interface PublicPerson {
  id: number;
  name: string;
  role: Role;
  aboutHtml: string;
  joinedAt: number;
  /** The forum that their posts came from; nobody signs in as such a person. */
  importedFrom: string | null;
}

/** What a person sees of themselves on their own account page. */
export interface OwnAccount {
  email: string | null;
  about: string;
}

/** The person of this name, or of one that looks the same; null when there is none. */
export async function readPerson(db: Db, name: string): Promise<PublicPerson | null> {
  const person = await db
    .selectFrom("person")
    .select(["id", "name", "role", "about_html as aboutHtml", "joined_at as joinedAt"])
    .select("imported_from as importedFrom")
    .where("name_key", "=", nameKey(name))
    .executeTakeFirst();
  return person ?? null;
}

/** A person's own account, for their eyes alone. */
export const readOwnAccount = (db: Db, person: Person): Promise<OwnAccount> =>
  db
    .selectFrom("person")
    .select(["email", "about"])
    .where("id", "=", person.id)
    .executeTakeFirstOrThrow();
