/** What changed minds bring in standing (mechanism, M11): 1 to the author, 0.5 to whoever said so. */

const AUTHOR = 1;
const RECORDER = 0.5;
/** Of one pair, and of what somebody says of others, so much counts within thirty days. */
const MONTH = 30 * 86_400;
const SAID = 2;

/** One record, as either of the two sees it. */
export interface Award {
  of: "author" | "recorder";
  /** The other one. */
  other: number;
  otherName: string;
  otherLevel: number;
  /** Epoch seconds. */
  at: number;
}

export interface CountedAward<One extends Award> {
  award: One;
  /** Whether it counts, or why not. */
  counting: "counted" | "newcomer" | "same-person" | "often";
  points: number;
}

/** What each record brings, the oldest first: none from or for a newcomer, of the same two people one in thirty days, and of what somebody says of others two. */
export function countAwards<One extends Award>(awards: readonly One[]): CountedAward<One>[] {
  const counted: One[] = [];
  const lately = ({ of, at }: Award) =>
    counted.filter((other) => other.of === of && at - other.at < MONTH);
  const countingOf = (award: One): CountedAward<One>["counting"] => {
    if (award.otherLevel < 1) return "newcomer";
    if (lately(award).some(({ other }) => other === award.other)) return "same-person";
    return award.of === "recorder" && lately(award).length >= SAID ? "often" : "counted";
  };
  return [...awards]
    .sort((one, other) => one.at - other.at)
    .map((award) => {
      const counting = countingOf(award);
      if (counting !== "counted") return { award, counting, points: 0 };
      counted.push(award);
      return { award, counting, points: award.of === "author" ? AUTHOR : RECORDER };
    });
}
