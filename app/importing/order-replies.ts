/** In which order a thread's posts come, and below which each stands. */

export interface Outline {
  number: number;
  parent: number | null;
  at: number;
}

export interface Ordered {
  number: number;
  /** The number of the post below which it stands; null for the opening post. */
  below: number | null;
  /** What was told of the post that it answers. */
  fault: "missing" | "later" | null;
}

/** Parents before their replies, else by number. A reply whose parent is neither among the posts nor here already stands below the nearest post above that parent, else below the opening post; `above` knows the parents of what was left out. */
export function orderReplies(
  outlines: readonly Outline[],
  isHere: (number: number) => boolean,
  above: ReadonlyMap<number, number | null>,
): Ordered[] {
  const sorted = [...outlines].sort((one, other) => one.number - other.number);
  const byNumber = new Map(sorted.map((outline) => [outline.number, outline]));
  const ordered: Ordered[] = [];
  const placed = new Set<number>();
  for (const outline of sorted) {
    // A post that answers a later one waits for it, and so on, as far as no circle closes.
    const chain: Ordered[] = [];
    const inChain = new Set<number>();
    for (let next: Outline | undefined = outline; next && !placed.has(next.number); ) {
      inChain.add(next.number);
      const { below, fault } = findParent(next);
      const parent: Outline | undefined = below === null ? undefined : byNumber.get(below);
      const closes = parent !== undefined && inChain.has(parent.number);
      chain.push({
        number: next.number,
        below: closes ? OPENING : below,
        fault: closes ? "missing" : fault,
      });
      next = closes ? undefined : parent;
    }
    for (const one of chain.reverse()) {
      placed.add(one.number);
      ordered.push(one);
    }
  }
  return ordered;

  function findParent({ number, parent }: Outline): Pick<Ordered, "below" | "fault"> {
    if (number === OPENING) return { below: null, fault: null };
    if (parent === null) return { below: OPENING, fault: null };
    const isKnown = (one: number) => one === OPENING || byNumber.has(one) || isHere(one);
    if (isKnown(parent)) return { below: parent, fault: parent > number ? "later" : null };
    const seen = new Set([number]);
    let climbed = parent;
    while (!isKnown(climbed) && !seen.has(climbed)) {
      seen.add(climbed);
      climbed = above.get(climbed) ?? OPENING;
    }
    return { below: isKnown(climbed) && climbed !== number ? climbed : OPENING, fault: "missing" };
  }
}

/** The number of an opening post; where it was not imported, a placeholder has its place. */
export const OPENING = 1;
