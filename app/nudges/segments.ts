/** A text cut wherever a passage begins or ends. */
import type { Passage } from "../substance/scores.ts";

export interface Segment {
  text: string;
  /** What is seen in it. */
  kinds: Passage["kind"][];
}

/** The whole text in its order, each part with the kinds of passages that it is in. */
export function segmentsOf(text: string, passages: readonly Passage[]): Segment[] {
  const cuts = new Map<number, Record<Passage["kind"], number>>();
  const at = (place: number) => {
    const here = cuts.get(place) ?? { insult: 0, substance: 0 };
    cuts.set(place, here);
    return here;
  };
  at(0);
  for (const { start, end, kind } of passages) {
    at(start)[kind] += 1;
    at(end)[kind] -= 1;
  }
  const places = [...cuts.keys()].toSorted((a, b) => a - b);
  const open = { insult: 0, substance: 0 };
  return places.flatMap((place, index): Segment[] => {
    const change = cuts.get(place)!;
    open.insult += change.insult;
    open.substance += change.substance;
    const part = text.slice(place, places[index + 1]);
    const kinds = (["insult", "substance"] as const).filter((kind) => open[kind] > 0);
    return part === "" ? [] : [{ text: part, kinds }];
  });
}
