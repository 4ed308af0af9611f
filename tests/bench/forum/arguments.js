/** What `npm run bench -- …` is told. Pure. */
import { groups } from "./asked.js";

export const usage = `npm run bench -- [--posts 1000,100000] [--only ${groups.slice(0, 2).join(",")}] [--json] [--keep FOLDER] [--seconds 1.5] [--rounds 5]

  --posts    how many posts the forums have that are measured; 1000,100000 without it
  --only     some of: ${groups.join(", ")}
  --json     prints nothing but JSON
  --keep     where filled databases are kept to be used again; else below the system's folder for temporary files
  --seconds  how long one turn lasts
  --rounds   how many turns each has; what is told is the median`;

/** Arguments that are wrong, with one line that says what is right. */
export class WrongArguments extends Error {}

/** Reads the arguments; throws WrongArguments. */
export function readArguments(given) {
  const wish = {
    sizes: [1000, 100_000],
    only: null,
    isJson: false,
    keep: null,
    seconds: 1.5,
    rounds: 5,
  };
  const rest = [...given];
  const value = (name) => {
    const next = rest.shift();
    if (next === undefined || next.startsWith("--"))
      throw new WrongArguments(`${name} needs a value.`);
    return next;
  };
  while (rest.length > 0) {
    const name = rest.shift();
    if (name === "--json") wish.isJson = true;
    else if (name === "--keep") wish.keep = value(name);
    else if (name === "--posts") wish.sizes = readSizes(value(name));
    else if (name === "--only") wish.only = readGroups(value(name));
    else if (name === "--seconds") wish.seconds = readNumber(name, value(name), 0.1, 60);
    else if (name === "--rounds") wish.rounds = readNumber(name, value(name), 1, 99);
    else throw new WrongArguments(`There is no ${name}.`);
  }
  return wish;
}

function readSizes(text) {
  const sizes = text.split(",").map((part) => readNumber("--posts", part, 300, 10_000_000));
  return [...new Set(sizes)].sort((one, other) => one - other);
}

function readGroups(text) {
  const names = text.split(",");
  const strange = names.find((name) => !groups.includes(name));
  if (strange !== undefined)
    throw new WrongArguments(`--only knows no "${strange}"; there are: ${groups.join(", ")}.`);
  return new Set(names);
}

function readNumber(name, text, least, most) {
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || number < least || number > most)
    throw new WrongArguments(`${name} takes numbers from ${least} to ${most}, not "${text}".`);
  return number;
}
