import type { Trx } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";

interface Standing {
  case_id: number;
  weight: number;
  flagged_at: number;
}

/** Refuses with 409 to change or take back a flag that led to something before anybody looked: it is for moderators to say whether it was right. */
export async function refuseLed(
  trx: Trx,
  { case_id, weight, flagged_at }: Standing,
): Promise<void> {
  if (weight === 0) return;
  const led = await trx
    .selectFrom("action")
    .select("id")
    .where("case_id", "=", case_id)
    .where("office", "=", "members")
    .where((eb) =>
      eb.or([
        eb.and([eb("kind", "=", "hide"), eb("at", "=", flagged_at)]),
        eb.and([eb("kind", "=", "ask"), eb("at", ">=", flagged_at)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  if (led) throw new Refusal(409, { key: "flags.back.led" });
}
