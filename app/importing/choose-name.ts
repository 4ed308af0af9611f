/** What somebody of another forum is called here. */
import { NAME_MAX, weighName } from "../names/name.ts";
import { nameKey } from "../names/name-key.ts";

/** The last number that was tried behind each beginning of a name, so that thousands of like names are not counted through again and again. */
export type Turns = Map<string, number>;

/** The part of a forum's name that tells its people from others here. */
export function endingOf(source: string): string {
  const [word = ""] = source
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((part) => part !== "www");
  const ending = word.slice(0, 12);
  return weighName(`person-${ending}-2`) === null ? ending : "elsewhere";
}

/** The names that may be tried, the nearest to the outer one first; it ends never, for the last ones count on. `turns` is kept for all people of one run. */
export function* chooseName(
  outerName: string,
  source: string,
  turns: Turns = new Map(),
): Generator<string> {
  const ending = endingOf(source);
  const letters = [...outerName.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}_.-]/gu, "")]
    .join("")
    .replace(/^[^\p{L}0-9]+|[^\p{L}\p{M}0-9]+$/gu, "");
  const withEnd = (name: string, end: string) =>
    [...name]
      .slice(0, NAME_MAX - end.length)
      .join("")
      .replace(/[-_.]+$/, "") + end;
  const plain = letters.normalize("NFKD").replace(/[^a-zA-Z0-9]/g, "");
  yield* acceptable([
    outerName,
    letters,
    withEnd(letters, `-${ending}`),
    withEnd(plain, `-${ending}`),
    withEnd(plain, ending),
  ]);
  const numbered: [beginning: string, end: string][] = [
    [letters, "-"],
    [plain, `${ending}-`],
    ["person", `-${ending}-`],
  ];
  for (;;) {
    for (const [beginning, end] of numbered) {
      const like = nameKey(withEnd(beginning, `${end}2`));
      const turn = (turns.get(like) ?? 1) + 1;
      turns.set(like, turn);
      yield* acceptable([withEnd(beginning, end + turn)]);
    }
  }
}

const acceptable = (names: string[]) =>
  [...new Set(names)].filter((name) => weighName(name) === null);
