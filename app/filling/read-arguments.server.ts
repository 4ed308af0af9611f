import { parseArgs } from "node:util";
import { type MessageKey, say } from "../strings/say.ts";
import { WrongArguments } from "./cannot-fill.ts";
import { usualPeople, usualThreads, type Wish } from "./wish.ts";

/** Beyond these a machine's memory is what gives way. */
const MOST_POSTS = 20_000_000;
const MOST_PEOPLE = 1_000_000;
const MOST_SPECIAL = 2_000_000;
const MOST_ACCOUNTS = 1_000;
const LARGEST_SEED = 2 ** 32 - 1;
const USUAL_POSTS = 10_000;

const options = {
  posts: { type: "string" },
  threads: { type: "string" },
  people: { type: "string" },
  seed: { type: "string" },
  long: { type: "string", multiple: true },
  deep: { type: "string", multiple: true },
  accounts: { type: "string" },
  help: { type: "boolean" },
} as const;

/** What a filling is asked to make, or that its usage is to be said; throws WrongArguments. */
export function readArguments(given: string[]): Wish | "help" {
  const { values } = parse(given);
  if (values.help) return "help";
  const posts = readNumber("posts", values.posts, USUAL_POSTS, 1, MOST_POSTS);
  const people = readNumber("people", values.people, usualPeople(posts), 2, MOST_PEOPLE);
  return {
    ...{ posts, people },
    threads: readNumber("threads", values.threads, usualThreads(posts), 1, posts),
    seed: readNumber("seed", values.seed, 1, 0, LARGEST_SEED),
    long: readNumbers("long", values.long),
    deep: readNumbers("deep", values.deep),
    accounts: readNumber("accounts", values.accounts, 0, 0, Math.min(people, MOST_ACCOUNTS)),
  };
}

function parse(given: string[]) {
  try {
    return parseArgs({ args: given, options });
  } catch (error) {
    const why = (error as Error).message.split(". ")[0]!;
    throw wrong("fill.wrong", { why });
  }
}

const wrong = (key: MessageKey, values: Record<string, string | number>) =>
  new WrongArguments(say(key, values));

function readNumber(
  name: keyof typeof options,
  given: string | undefined,
  usual: number,
  least: number,
  most: number,
): number {
  if (given === undefined) return usual;
  const number = /^\d[\d_]{0,20}$/.test(given) ? Number(given.replaceAll("_", "")) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw wrong("fill.wrong.number", { name, least, most, given });
}

/** Several, each on its own or with commas between. */
function readNumbers(name: "long" | "deep", given: string[] = []): number[] {
  return given
    .flatMap((text) => text.split(","))
    .map((text) => readNumber(name, text.trim(), 1, 1, MOST_SPECIAL));
}
