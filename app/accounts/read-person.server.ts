import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import type { Role } from "#db/schema.ts";
import { MOST_BOUNCES } from "../mail/pauses.ts";
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
  /** Whether letters go to the address; null without one. */
  emailState: "confirmed" | "unconfirmed" | "bounced" | null;
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
export async function readOwnAccount(db: Db, person: Person): Promise<OwnAccount> {
  const found = await db
    .selectFrom("person")
    .select(["email", "about", "email_confirmed_at", "email_bounces"])
    .where("id", "=", person.id)
    .executeTakeFirstOrThrow();
  const { email, about } = found;
  return { email, about, emailState: emailStateOf(found) };
}

function emailStateOf(found: {
  email: string | null;
  email_confirmed_at: number | null;
  email_bounces: number;
}) {
  if (!found.email) return null;
  if (found.email_confirmed_at === null) return "unconfirmed";
  return found.email_bounces >= MOST_BOUNCES ? "bounced" : "confirmed";
}
