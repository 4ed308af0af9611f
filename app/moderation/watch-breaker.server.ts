import type { Trx } from "#db/open.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { say } from "../strings/say.ts";
import { readBreaker } from "./read-breaker.server.ts";

/** Runs what may trip the circuit breaker, and where it did so writes that into the log, once for each trip. */
export async function watchBreaker(trx: Trx, now: number, write: () => Promise<void>) {
  const before = await readBreaker(trx);
  await write();
  const { isTripped, decided, reversed } = await readBreaker(trx);
  if (!isTripped || before.isTripped) return;
  const details = { decided, reversed };
  const reason = say("deeds.breaker.reason", details);
  await recordEvent(trx, { kind: "breaker-tripped", at: now, reason, details });
}
