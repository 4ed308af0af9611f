import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { RENDERER, renderOwn } from "../markdown/render.server.ts";
import { nameKey } from "../names/name-key.ts";
import type { Person } from "../permissions.ts";
import { people } from "./people.ts";
import { readers } from "./readers.ts";
import type { DemoVoter } from "./votes.ts";

const DAY = 86_400;

export type Cast = Record<DemoVoter, Person>;

/** Everybody of the demonstration, each with a hash of their password, but for readers, who cannot sign in. */
export async function addPeople(db: Db, hashIt: () => Promise<string>, now: number): Promise<Cast> {
  const cast: Partial<Cast> = {};
  for (const { name, role, level, about, joinedDaysBefore } of people) {
    const joinedAt = now - (7 + joinedDaysBefore) * DAY;
    cast[name] = await addPerson(db, { name, role, level, joinedAt }, { about, hashIt, now });
  }
  for (const [place, name] of readers.entries()) {
    const reader = {
      name,
      role: "member",
      level: 1,
      joinedAt: now - (40 + 9 * place) * DAY,
    } as const;
    cast[name] = await addPerson(db, reader, { about: "", hashIt: null, now });
  }
  return cast as Cast;
}

interface More {
  about: string;
  /** Of the password; null for somebody who cannot sign in. */
  hashIt: (() => Promise<string>) | null;
  now: number;
}

/** Adds somebody who is not there yet. */
async function addPerson(
  db: Db,
  person: Omit<Person, "id">,
  { about, hashIt, now }: More,
): Promise<Person> {
  const { name, role, level, joinedAt } = person;
  const known = await db
    .selectFrom("person")
    .select("id")
    .where("name_key", "=", nameKey(name))
    .executeTakeFirst();
  if (known) return { id: known.id, ...person };
  const aboutHtml = await renderOwn(about);
  const hash = await hashIt?.();
  const id = await write(db, async (trx) => {
    const added = await trx
      .insertInto("person")
      .values({
        ...{ name, name_key: nameKey(name), role, level, joined_at: joinedAt },
        ...{ about, about_html: aboutHtml, about_renderer: RENDERER, is_demonstration: 1 },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    if (hash === undefined) return added.id;
    await trx.insertInto("password").values({ person_id: added.id, hash, set_at: now }).execute();
    return added.id;
  });
  return { id, ...person };
}
