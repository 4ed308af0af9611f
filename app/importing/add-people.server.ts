import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { nameKey } from "../names/name-key.ts";
import { chooseName, type Turns } from "./choose-name.ts";
import type { Counts, Voice, Wish } from "./run.ts";
import { outerKey, type Staging } from "./staging.server.ts";

/** Who somebody of the outer forum is here. */
export interface PersonHere {
  id: number;
  name: string;
}

/** People by the names they had, folded as that forum folds them. */
export type People = ReadonlyMap<string, PersonHere>;

/** Stands for whoever wrote a first post that is not part of what was imported; nobody has an empty name there. */
const NOBODY = "";
const BATCH = 200;

/** Gives everybody who wrote a name here that nobody can sign in with: their own where it is free and follows our rules, else one near it, which is told. */
export async function addPeople(
  db: Db,
  wish: Wish,
  staging: Staging,
  voice: Voice,
  counts: Counts,
): Promise<People> {
  const people = new Map<string, PersonHere>();
  const authors = staging.people();
  const turns: Turns = new Map();
  for (let from = 0; from < authors.length; from += BATCH) {
    const added = await write(db, async (trx) => {
      const found: (PersonHere & { key: string; isNew: boolean; was: string })[] = [];
      for (const { key, name, at } of authors.slice(from, from + BATCH)) {
        const known = await findPerson(trx, wish.source, key);
        const person = known ?? (await addPerson(trx, wish.source, { key, name, at }, turns));
        found.push({ ...person, key, isNew: !known, was: name });
      }
      return found;
    });
    for (const { key, id, name, isNew, was } of added) {
      people.set(key, { id, name });
      counts.people[isNew ? "added" : "there"] += 1;
      if (!isNew || name === was) continue;
      counts.people.renamed += 1;
      voice.tell(was, { key: "import.renamed", values: { name } });
    }
  }
  return people;
}

/** Whoever stands for the authors of first posts that are missing, made when first needed. */
export async function findPlaceholder(trx: Trx, source: string, at: number): Promise<PersonHere> {
  const known = await findPerson(trx, source, NOBODY);
  return known ?? addPerson(trx, source, { key: NOBODY, name: "imported", at });
}

/** People of the outer forum whom nothing in these files is by, as far as an earlier run brought them. */
export async function findPerson(
  db: Db | Trx,
  source: string,
  key: string,
): Promise<PersonHere | undefined> {
  return db
    .selectFrom("imported_person")
    .innerJoin("person", "person.id", "imported_person.person_id")
    .select(["person.id", "person.name"])
    .where("source", "=", source)
    .where("outer_name", "=", outerKey(key))
    .executeTakeFirst();
}

async function addPerson(
  trx: Trx,
  source: string,
  { key, name, at }: { key: string; name: string; at: number },
  turns?: Turns,
): Promise<PersonHere> {
  for (const wished of chooseName(name, source, turns)) {
    const person = await trx
      .insertInto("person")
      .values({
        name: wished,
        name_key: nameKey(wished),
        about: "",
        about_html: "",
        about_renderer: RENDERER,
        role: "member",
        level: 0,
        joined_at: at,
        imported_from: source,
      })
      .onConflict((conflict) => conflict.column("name_key").doNothing())
      .returning(["id", "name"])
      .executeTakeFirst();
    if (!person) continue;
    await trx
      .insertInto("imported_person")
      .values({ source, outer_name: key, person_id: person.id })
      .execute();
    return person;
  }
  throw new Error("Names ran out.");
}
