/** The words of a field that does not exist: models, labs, terms. Nobody real is meant. */
import type { Dice } from "./dice.ts";
import { Zipf } from "./zipf.ts";

const families =
  `Larch Sorrel Tansy Yarrow Bracken Teasel Fescue Sedge Campion Burnet Woad Madder Alder Rowan
  Hornbeam Medlar Quince Damson Bilberry Cloudberry Gorse Mallow Betony Comfrey Chervil Lovage Samphire Dulse Marram
  Thrift Oxlip Cowslip Harebell Speedwell Tormentil Saxifrage Sundew Toadflax Wormwood Vetch`.split(
    /\s+/,
  );
const sizes = ["1B", "2B", "3B", "7B", "8B", "13B", "21B", "34B", "70B", "120B"];
const rounds = ["", "", "-chat", "-base", "-r2", "-r3", "-code", "-long"];

const labs =
  `Northfen|Open Cairn|Millrace|Tidewater|Copperfold|Lantern Works|Ninth Harbour|Saltmarsh|Fieldstone|Grey Heron
  |Low Orchard|Quiet Engine|Two Rivers|Bellfounder|Hedgerow|Longshore|Paper Kite|Red Kiln|Slow Lamp|Windrow`
    .split("|")
    .map((name) => name.trim());

const tasks =
  `long division|summaries of court records|code review|old letters|medical abstracts|unit tests|tool calls
  |table questions|poems in metre|chess notation|legal clauses|weather reports|minutes of meetings|bug reports
  |folk tales|exam questions|regular expressions|shipping forms|recipes|dialect words`
    .split("|")
    .map((name) => name.trim());

const licences =
  `the Commons Weights licence|the Fair Copy licence|the Open Harbour licence|a permissive licence
  |a share-alike licence|a research-only licence|the licence with the revenue clause`
    .split("|")
    .map((name) => name.trim());

const firsts = [..."bdlmnrstv"].flatMap((letter) => [..."aeiou"].map((vowel) => letter + vowel));
const lasts = `rel lin sor den vax ton kel mar dix quin zor lume pex gast wick fold`.split(" ");
const TERMS = firsts.length ** 2 * lasts.length;
/** Has no divisor in common with the number of terms, so that neighbours in rank look nothing alike. */
const STRIDE = 12_347;
const terms = new Zipf(TERMS, 1, 20);

/** The invented word of a rank, each another: tools, methods, data sets. */
function termOf(rank: number): string {
  const number = (rank * STRIDE) % TERMS;
  const last = number % lasts.length;
  const first = Math.floor(number / lasts.length);
  const { length } = firsts;
  return firsts[first % length]! + firsts[Math.floor(first / length)]! + lasts[last]!;
}

const words: Record<string, (dice: Dice) => string> = {
  model: (dice) => `${dice.one(families)}-${dice.one(sizes)}${dice.one(rounds)}`,
  family: (dice) => dice.one(families),
  lab: (dice) => dice.one(labs),
  task: (dice) => dice.one(tasks),
  licence: (dice) => dice.one(licences),
  term: (dice) => termOf(terms.throw(dice)),
  bits: (dice) => dice.one(["2", "3", "4", "5", "6", "8"]),
  small: (dice) => String(2 + dice.below(8)),
  number: (dice) => String(11 + dice.below(988)),
  share: (dice) => `${1 + dice.below(98)}.${dice.below(10)}`,
  large: (dice) => `${1 + dice.below(99)},${String(1000 + dice.below(1000)).slice(1)}`,
};

/** A text with a word in the place of each {name}. */
export const withWords = (template: string, dice: Dice): string =>
  template.replace(/\{([a-z]+)\}/g, (whole, name: string) => words[name]?.(dice) ?? whole);

/** A password of invented words, by a throw from 0 to below a bound that nobody foresees: some sixty bits. */
export const inventPassword = (below: (bound: number) => number): string =>
  Array.from({ length: 4 }, () => termOf(below(TERMS))).join(" ");
