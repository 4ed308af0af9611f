/** The small words of English by what they do in a sentence. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const wordClasses = {
  articles: words("the a an"),
  prepositions: words(
    `of in on at by for with from to into onto over under about against between among through during before after
    above below within without across behind beyond toward towards upon per via beside along around despite`,
  ),
  ofSelf: words("i me my mine myself i'm i've i'd i'll im ive"),
  ofUs: words("we us our ours ourselves we're we've"),
  ofThem: words("he him his she her hers they them their theirs he's she's they're themselves"),
  pointing: words("this that these those it its it's that's"),
  auxiliaries: words(
    `is are was were be been being am has have had do does did isn't aren't wasn't weren't hasn't haven't hadn't
    don't doesn't didn't`,
  ),
  modals: words(
    `can could will would shall should may might must can't couldn't won't wouldn't shouldn't cannot`,
  ),
  joining: words(
    `that which who whom whose where when while because since if unless although though whereas whether as until
    once than how why what so`,
  ),
  everyone: words(
    `all every everyone everybody everything always never none nobody nothing anyone anybody anything ever`,
  ),
  some: words(
    `some many most several few often usually sometimes mostly partly generally typically certain various`,
  ),
  talk: words(
    `comment comments post posts thread site debate argument vote votes voted voting author article topic opinion
    opinions headline editorial title button account username moderator`,
  ),
  people: words(
    `people person persons child children kids parents family families students student society man men woman women
    human humans workers citizens users developers engineers patients teachers voters consumers`,
  ),
} as const;

export type WordClass = keyof typeof wordClasses;
export const wordClassNames = Object.keys(wordClasses) as WordClass[];

/** By word, the classes it belongs to, as their places in `wordClassNames`. */
export const classesOf: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>();
  for (const [index, name] of wordClassNames.entries())
    for (const word of wordClasses[name]) {
      const known = found.get(word);
      if (known) known.push(index);
      else found.set(word, [index]);
    }
  return found;
})();
