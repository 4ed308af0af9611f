import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { nameKey } from "../names/name-key.ts";
import { chooseName, type Turns } from "./choose-name.ts";
import { outerKey } from "./outer-name.ts";
import type { Counts, Voice, Wish } from "./run.ts";
import type { Staging } from "./staging.server.ts";

/** Who somebody of the outer forum is here. */
export interface PersonHere {
  id: number;
  name: string;
}

/** Everybody of the outer forum who is here. */
export interface People {
  /** Whoever wrote in these files, by what they are known by there. */
  byKey: ReadonlyMap<string, PersonHere>;
  /** By the names that they have there, folded as that forum folds them. */
  byName: ReadonlyMap<string, PersonHere>;
}

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
  const byKey = new Map<string, PersonHere>();
  const counted = new Set<number>();
  const authors = nameAuthors(staging);
  const turns: Turns = new Map();
  for (let from = 0; from < authors.length; from += BATCH) {
    const batch = authors.slice(from, from + BATCH);
    const added = await write(db, async (trx) => {
      const found: (PersonHere & { isNew: boolean })[] = [];
      for (const author of batch) {
        const known = await findPerson(trx, wish.source, author);
        const person = known ?? (await addPerson(trx, wish.source, author, turns));
        if (author.outerName !== null)
          await giveName(trx, wish.source, person.id, author.outerName);
        found.push({ ...person, isNew: !known });
      }
      return found;
    });
    for (const [index, { id, name, isNew }] of added.entries()) {
      const { key, name: was } = batch[index]!;
      byKey.set(key, { id, name });
      if (counted.has(id)) continue;
      counted.add(id);
      counts.people[isNew ? "added" : "there"] += 1;
      if (!isNew || name === was) continue;
      counts.people.renamed += 1;
      voice.tell(was, { key: "import.renamed", values: { name } });
    }
  }
  return { byKey, byName: await readNames(db, wish.source) };
}

interface Author {
  key: string;
  name: string;
  /** The name that they have there now, folded; null where somebody else has it, or it is all that is known of them. */
  outerName: string | null;
  /** When they began to write. */
  at: number;
}

/** Of several who had one name, whoever had it last has it now. */
function nameAuthors(staging: Staging): Author[] {
  const authors = staging.people();
  const last = new Map<string, (typeof authors)[number]>();
  for (const author of authors.filter(({ key }) => key.startsWith("#"))) {
    const other = last.get(outerKey(author.name));
    if (!other || other.until <= author.until) last.set(outerKey(author.name), author);
  }
  return authors.map(({ until: _, ...author }) => {
    const outerName = outerKey(author.name);
    const isTheirs = last.get(outerName)?.key === author.key;
    return { ...author, outerName: isTheirs ? outerName : null };
  });
}

async function readNames(db: Db, source: string) {
  const rows = await selectPeople(db, source).select("outer_name").execute();
  const byName = new Map<string, PersonHere>();
  for (const { outer_name, id, name } of rows) {
    if (outer_name !== null) byName.set(outer_name, { id, name });
  }
  return byName;
}

/** Whoever stands for the authors of first posts that are missing, made when first needed. */
export async function findPlaceholder(trx: Trx, source: string, at: number): Promise<PersonHere> {
  const imported = { key: NOBODY, name: "imported", at };
  return (await findPerson(trx, source, imported)) ?? addPerson(trx, source, imported);
}

const selectPeople = (db: Db | Trx, source: string) =>
  db
    .selectFrom("imported_person")
    .innerJoin("person", "person.id", "imported_person.person_id")
    .select(["person.id", "person.name"])
    .where("source", "=", source);

/** Somebody by the number or, where that is not known, by the name; a number that comes later is kept with the name. */
async function findPerson(
  trx: Trx,
  source: string,
  { key, name }: Pick<Author, "key" | "name">,
): Promise<PersonHere | undefined> {
  const people = selectPeople(trx, source);
  const known = await people.where("outer_key", "=", key).executeTakeFirst();
  if (known || key === NOBODY) return known;
  if (key.startsWith("@"))
    return people.where("outer_name", "=", outerKey(name)).executeTakeFirst();
  const numbered = await trx
    .updateTable("imported_person")
    .set({ outer_key: key })
    .where("source", "=", source)
    .where("outer_key", "=", `@${outerKey(name)}`)
    .executeTakeFirst();
  return numbered.numUpdatedRows > 0n
    ? people.where("outer_key", "=", key).executeTakeFirst()
    : undefined;
}

/** Takes a name from whoever had it before. */
async function giveName(trx: Trx, source: string, personId: number, outerName: string) {
  const ofSource = trx.updateTable("imported_person").where("source", "=", source);
  await ofSource
    .set({ outer_name: null })
    .where("outer_name", "=", outerName)
    .where("person_id", "!=", personId)
    .execute();
  await ofSource
    .set({ outer_name: outerName })
    .where("person_id", "=", personId)
    .where((eb) => eb.or([eb("outer_name", "is", null), eb("outer_name", "!=", outerName)]))
    .execute();
}

async function addPerson(
  trx: Trx,
  source: string,
  { key, name, at }: Omit<Author, "outerName">,
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
      .values({
        ...{ source, outer_key: key, person_id: person.id },
        outer_name: key.startsWith("@") ? outerKey(name) : null,
      })
      .execute();
    return person;
  }
  throw new Error("Names ran out.");
}
