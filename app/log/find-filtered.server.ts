/** Which entries of the log fit filters, by an index each. */
import type { Db } from "#db/open.server.ts";
import { actionKinds, actions } from "../moderation/actions.ts";
import { nameKey } from "../names/name-key.ts";
import type { Filters } from "./filters.ts";
import { spanOf } from "./month.ts";

/** Of what one index gives so many are looked at for a page: where the other filters fit less, the next page goes on after them. */
const MOST_LOOKED_AT = 1_000;

interface Found {
  ids: number[];
  /** The id before which the next page begins, or null. */
  next: number | null;
}

/** The ids of a page, the newest first. Roles, topics and settings are found by their kind alone, with who did it and when. */
export async function findFiltered(
  db: Db,
  before: number,
  filters: Filters,
  most: number,
): Promise<Found> {
  const people = await findPeople(db, filters);
  if (!people) return nothing;
  const asked = { ...people, before, ruleId: await findRule(db, filters.rule) };
  const month = filters.month ? spanOf(filters.month) : null;
  const rows = isAction(filters)
    ? await lookAtActions(db, filters, { ...asked, month })
    : await lookAtEvents(db, filters, { ...asked, month });
  const fitting = rows.filter((row) => fits(row, filters, asked));
  const page = fitting.slice(0, most);
  const isMore = fitting.length > most || rows.length === MOST_LOOKED_AT;
  const last = fitting.length > most ? page.at(-1) : rows.at(-1);
  return { ids: page.map(({ id }) => id), next: isMore && last ? last.id : null };
}

const nothing: Found = { ids: [], next: null };

const kindOfEvent = new Map(actionKinds.map((kind) => [actions[kind].event, kind]));

const isAction = ({ kind }: Filters) => kind === undefined || kindOfEvent.has(kind);

interface Asked {
  before: number;
  byId: number | null;
  aboutId: number | null;
  ruleId: number | null;
  month: { from: number; to: number } | null;
}

interface Row {
  id: number;
  by_id: number | null;
  about_id: number | null;
  rule_id: number | null;
  office: string | null;
  kind: string;
}

const fits = (row: Row, { rule, office, kind }: Filters, asked: Omit<Asked, "month">) =>
  (asked.byId === null || row.by_id === asked.byId) &&
  (asked.aboutId === null || row.about_id === asked.aboutId) &&
  (rule === undefined || (asked.ruleId !== null && row.rule_id === asked.ruleId)) &&
  (office === undefined || row.office === office) &&
  (kind === undefined || row.kind === (kindOfEvent.get(kind) ?? kind));

/** By whichever filter has an index of its own and most likely fits least. */
async function lookAtActions(db: Db, filters: Filters, asked: Asked): Promise<Row[]> {
  const { byId, aboutId, ruleId, month, before } = asked;
  const kind = filters.kind ? kindOfEvent.get(filters.kind)! : null;
  const acts = db
    .selectFrom("action")
    .select(["id", "by_id", "about_id", "rule_id", "office", "kind"])
    .where("id", "<", before)
    .$if(month !== null, (query) =>
      query.where("at", ">=", month!.from).where("at", "<", month!.to),
    );
  const by =
    aboutId !== null
      ? acts.where("about_id", "=", aboutId)
      : byId !== null
        ? acts.where("by_id", "=", byId).orderBy("at", "desc")
        : filters.rule !== undefined
          ? acts.where("rule_id", "=", ruleId ?? 0)
          : kind !== null
            ? acts.where("kind", "=", kind)
            : month !== null
              ? acts.orderBy("at", "desc")
              : acts;
  return by.orderBy("id", "desc").limit(MOST_LOOKED_AT).execute();
}

async function lookAtEvents(db: Db, filters: Filters, asked: Asked): Promise<Row[]> {
  const { month, before } = asked;
  const rows = await db
    .selectFrom("event")
    .select(["id", "kind", "person_id as by_id", "about_id"])
    .where("kind", "=", filters.kind!)
    .where("id", "<", before)
    .$if(month !== null, (query) =>
      query.where("at", ">=", month!.from).where("at", "<", month!.to),
    )
    .orderBy("id", "desc")
    .limit(MOST_LOOKED_AT)
    .execute();
  return rows.map((row) => ({ ...row, rule_id: null, office: null }));
}

async function findRule(db: Db, position: number | undefined): Promise<number | null> {
  if (position === undefined) return null;
  const row = await db
    .selectFrom("rule")
    .select("id")
    .where("position", "=", position)
    .where("retired_at", "is", null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Null where a name is nobody's. */
async function findPeople(db: Db, { by, about }: Filters) {
  const byId = await findPerson(db, by);
  const aboutId = await findPerson(db, about);
  if ((by !== undefined && byId === null) || (about !== undefined && aboutId === null)) return null;
  return { byId, aboutId };
}

async function findPerson(db: Db, name: string | undefined): Promise<number | null> {
  if (name === undefined) return null;
  const row = await db
    .selectFrom("person")
    .select("id")
    .where("name_key", "=", nameKey(name))
    .executeTakeFirst();
  return row?.id ?? null;
}
