/** Why a thread stands where it stands on the front page, in hours: by the functions that place it. */
import type { Said } from "../strings/say.ts";
import { heatOf, LATELY, quarrelIn, type ThreadParts, worthOfThread } from "./thread-key.ts";

/** As much as twice the worth, in hours (mechanism, M6: 45,000 seconds). */
const HOURS_A_DOUBLING = 12.5;

/** The parts of a thread's place, without what counts that are hidden would tell. */
export interface KnownThread extends Omit<ThreadParts, "opening"> {
  /** Null while the counts of the opening post are hidden. */
  opening: number | null;
  startedAt: number;
}

/** One part of the sum. */
export interface ThreadPart {
  label: Said;
  /** By how many hours it makes the thread younger; null where that would tell of hidden votes. */
  hours: number | null;
  why: Said;
  /** A time that it is about, in epoch seconds. */
  at?: number;
}

/** The parts of a thread's place; hours are of a half, and the last part tells what they add up to. */
export function explainThread({
  opening,
  gains,
  lately,
  at,
  startedAt,
}: KnownThread): ThreadPart[] {
  const heat = heatOf(lately);
  const first = lift(worthOfThread({ opening: opening ?? 0, gains: [] }));
  const all = lift(worthOfThread({ opening: opening ?? 0, gains }));
  const people = gains.filter((gain) => gain > 0).length;
  const parts: ThreadPart[] = [
    {
      label: { key: "why.time.label" },
      hours: 0,
      why: { key: at > startedAt ? "why.time.back" : "why.time.began" },
      at,
    },
    {
      label: { key: "why.opening.label" },
      hours: opening === null ? null : first,
      why: { key: opening === null ? "why.opening.hidden" : "why.opening" },
    },
    {
      label: { key: "why.people.label" },
      hours: opening === null ? null : halves(all - first),
      why: { key: "why.people", values: { people } },
    },
    {
      label: { key: "why.heat.label" },
      hours: halves(-2 * heat * HOURS_A_DOUBLING) || 0,
      why: {
        key: heat > 0 ? "why.heat.some" : "why.heat.none",
        values: { count: LATELY, ...quarrelIn(lately) },
      },
    },
  ];
  if (opening === null) return parts;
  const hours = halves(parts.reduce((sum, part) => sum + (part.hours ?? 0), 0));
  const total = at + Math.round(hours * 3_600);
  return [
    ...parts,
    { label: { key: "why.front.label" }, hours, why: { key: "why.front" }, at: total },
  ];
}

const lift = (worth: number) => halves(Math.log2(1 + worth) * HOURS_A_DOUBLING);
/** Finer steps would tell what a single vote weighed. */
const halves = (hours: number) => Math.round(hours * 2) / 2;
