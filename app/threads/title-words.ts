/** The words by which titles are compared. */

/** Words of a title that count; further ones tell little. */
const MOST_WORDS = 12;
/** Letters of a word that count. */
const LONGEST = 40;
/** Longer titles are no titles; what is typed into the field may be anything. */
const MOST_LETTERS = 400;

/** Words that stand in any title. */
const STOP = new Set(
  `a about after again against all already also am an and any are as at be because been before being between both but
  by can cannot could did do does doing done down during each either else ever every few for from further get gets
  getting go goes going got had has have having he her here hers him his how if in into is isn it its itself just let
  like make makes many may me might more most much must my need needs neither never no nor not now of off on once one
  only onto or other our ours out over own please put rather re really s same say says see seem seems shall she should
  since so some still such t than that the their theirs them then there these they thing things this those through
  thus to too toward towards under until up upon us use used uses using very via want wants was way we were what when
  where whether which while who whom whose why will with within without won would yes yet you your yours`.split(
    /\s+/,
  ),
);

/** Two spellings of a word that this forum uses all day. */
const SPELLINGS: Record<string, string> = {
  licence: "license",
  licenced: "licensed",
  licencing: "licensing",
  dataset: "data",
};

const segments = new Intl.Segmenter("en", { granularity: "word" });

/** The words of a title as they are compared: folded, without plural or stop words, each once, at most twelve. */
export function titleWords(title: string): string[] {
  const words = new Set<string>();
  const folded = title.slice(0, MOST_LETTERS).normalize("NFKC").toLowerCase();
  for (const { segment, isWordLike } of segments.segment(folded)) {
    if (!isWordLike) continue;
    for (const part of segment.split(/[^\p{L}\p{M}\p{N}]+/u)) {
      if ([...part].length < 2 || STOP.has(part)) continue;
      const word = singular(part);
      // By letters: half of one is no text, and PostgreSQL keeps all halves as one sign.
      words.add([...(SPELLINGS[word] ?? word)].slice(0, LONGEST).join(""));
      if (words.size === MOST_WORDS) return [...words];
    }
  }
  return [...words];
}

/** Plural and singular as one, where that is plain to see. */
function singular(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|us|is|as)$/.test(word)) return word;
  if (/(x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}
