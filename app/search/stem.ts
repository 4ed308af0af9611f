/** Porter's algorithm of 1980 (“An algorithm for suffix stripping”), as the index has it: what stays of an English word without its ending. */
const C = "(?:[^aeiouy]|(?<=^|[aeiou])y)";
const V = "(?:[aeiou]|(?<=[^aeiou])y)";
/** How many times a vowel is followed by a consonant, at least so often. */
const atLeast = (times: number) => new RegExp(`^${C}*(?:${V}+${C}+){${times}}`);
const [once, twice] = [atLeast(1), atLeast(2)];
const exactlyOnce = new RegExp(`^${C}*${V}+${C}+${V}*$`);
const vowel = new RegExp(V);
const doubled = /([^aeiouylsz])\1$/;
/** Consonant, vowel, consonant that is not w, x or y. */
const short = new RegExp(`${C}${V}[^aeiouwxy]$`);

type Endings = readonly (readonly [ending: string, instead: string])[];

const second: Endings = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["logi", "log"],
  ["bli", "ble"],
  ["alli", "al"],
  ["entli", "ent"],
  ["eli", "e"],
  ["ousli", "ous"],
  ["ization", "ize"],
  ["ation", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["biliti", "ble"],
];
const third: Endings = [
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
];
const fourth =
  /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/;

function exchange(word: string, endings: Endings): string {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const rest = word.slice(0, -found[0].length);
  return once.test(rest) ? rest + found[1] : word;
}

function withoutPlural(word: string): string {
  if (/(?:ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutPast(word: string): string {
  if (word.endsWith("eed")) return once.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const rest = /^(.*)(?:ed|ing)$/.exec(word)?.[1];
  if (rest === undefined || !vowel.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (doubled.test(rest)) return rest.slice(0, -1);
  return exactlyOnce.test(rest) && short.test(rest) ? `${rest}e` : rest;
}

function withoutEnd(word: string): string {
  const rest = word.replace(fourth, "");
  return rest !== word && twice.test(rest) ? rest : word;
}

function withoutE(word: string): string {
  const rest = word.slice(0, -1);
  const goes = word.endsWith("e") && (twice.test(rest) || (once.test(rest) && !short.test(rest)));
  const whole = goes ? rest : word;
  return whole.endsWith("ll") && twice.test(whole) ? whole.slice(0, -1) : whole;
}

/** A folded word without its English ending; other words as they are. */
export function stem(word: string): string {
  if (!/^[a-z]{3,64}$/.test(word)) return word;
  let rest = withoutPast(withoutPlural(word));
  if (rest.endsWith("y") && vowel.test(rest.slice(0, -1))) rest = `${rest.slice(0, -1)}i`;
  return withoutE(withoutEnd(exchange(exchange(rest, second), third)));
}
