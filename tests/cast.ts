/** The people of every test: Ada writes, Ben disagrees, Nia is new, Mo moderates, Root administers. */
import type { Person } from "#app/permissions.ts";
import { starterRules } from "#app/rules/starter.ts";
import type { Db } from "#db/open.server.ts";
import type { Role } from "#db/schema.ts";

/** When every test begins. */
export const START = 1_790_000_000;

const people: [name: string, role: Role, level: number][] = [
  ["Ada", "member", 1],
  ["Ben", "member", 1],
  ["Nia", "member", 0],
  ["Mo", "moderator", 1],
  ["Root", "administrator", 1],
];

/** Each of them, as a new forum numbers them; they joined a year before START, Nia an hour before. */
export const cast: Person[] = people.map(([name, role, level], index) => ({
  id: index + 1,
  name,
  role,
  level,
  joinedAt: name === "Nia" ? START - 3600 : START - 365 * 86_400,
}));

/** Puts the cast, two topics and the rules into an empty forum. */
export async function addCast(db: Db) {
  for (const { name, role, level, joinedAt } of cast) {
    await db
      .insertInto("person")
      .values({
        name,
        name_key: name.toLowerCase(),
        role,
        level,
        about: "",
        about_html: "",
        joined_at: joinedAt,
      })
      .execute();
  }
  for (const [slug, name] of [
    ["open-weights", "Open weights"],
    ["licences", "Licences"],
  ] as const) {
    await db.insertInto("topic").values({ slug, name, about: "", made_at: START }).execute();
  }
  const rules = starterRules.map((rule, index) => ({
    ...{ ...rule, position: index + 1, changed_at: START, retired_at: null },
    html: `<p>${rule.body}</p>`,
  }));
  await db.insertInto("rule").values(rules).execute();
}
