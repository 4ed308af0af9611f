import { weighName } from "../names/name.ts";
import { nameKey } from "../names/name-key.ts";
import type { Dice } from "./dice.ts";

const firsts =
  `Al Ar Bel Bor Cal Cor Dal Dor Ed El Fen Fol Gal Hal Hol Il Iv Jal Kal Kel Lor Lun Mal Mar Mel Mor Nel
  Nor Ol Or Pel Per Quen Ral Ren Ros Sel Sol Tal Tor Ul Ur Val Vel Vor Wen Wil Yar Yel Zel`.split(
    /\s+/,
  );
const middles = `a e i o u an en in on ar er or al el il am em im av ev iv ad ed id`.split(" ");
const lasts =
  `ba da dan den dis dor ka kan lan lia lin lo los ma mir na nan nel nia nor ra rin ris ro sa san sia tan
  ta tis to va van vi wen win za`.split(/\s+/);

/** So many names that follow the rules and look like none of those that are there, nor like one another. */
export function inventNames(count: number, taken: Iterable<string>, dice: Dice): string[] {
  const keys = new Set(taken);
  const names: string[] = [];
  while (names.length < count) {
    const name = inventName(dice);
    const key = nameKey(name);
    if (keys.has(key) || weighName(name) !== null) continue;
    keys.add(key);
    names.push(name);
  }
  return names;
}

function inventName(dice: Dice): string {
  const word = dice.one(firsts) + (dice.chance(0.6) ? dice.one(middles) : "") + dice.one(lasts);
  const way = dice.next();
  if (way < 0.55) return word;
  if (way < 0.7) return word.toLowerCase();
  if (way < 0.9) return `${word}${2 + dice.below(998)}`;
  return `${word}-${dice.one(firsts)}${dice.one(lasts)}`;
}
