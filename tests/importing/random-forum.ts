/** An invented forum with all that a real one has: replies to what is missing or comes later, quotations back and ahead, edits, names. */
import { outerPost, type Row } from "./outer.ts";

/** Whole numbers below a bound, the same in every run. */
export function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const names = ["gannet", "Petrel", "fulmar_3", "Ada", "system", "razor.bill", "little-auk"];

export function randomForum(seed: number, threads: number, postsOfThread: number): Row[] {
  const draw = dice(seed);
  const some = <Thing>(things: readonly Thing[]) => things[draw(things.length)]!;
  const rows: Row[] = [];
  for (let thread = 1; thread <= threads; thread++) {
    const count = 1 + draw(postsOfThread);
    for (let number = draw(5) === 0 ? 2 : 1; number <= count; number++) {
      const elsewhere = { thread: 1 + draw(threads), number: 1 + draw(postsOfThread) };
      const texts = [
        `Just words, number ${number}.`,
        `[quote="${some(names)}, post:${1 + draw(count)}, topic:${thread}"]\nSo it was.\n[/quote]\nNo, @${some(names)}, it was not.`,
        `[quote="${some(names)}, post:${elsewhere.number}, topic:${elsewhere.thread}"]\nElsewhere.\n[/quote]\n\nSee https://birds.example/t/a-slug/${elsewhere.thread}/${elsewhere.number} and \`@Ada\`.`,
        `[details="More"]\n- one\n- two\n[/details]\n\n$x_${number}$ and **bold**.`,
      ];
      const edited = draw(4) === 0 ? { version: 2, updated_at: "2024-08-01T00:00:00Z" } : {};
      const parent = draw(3) > 0 ? { reply_to_post_number: 1 + draw(count + 1) } : {};
      const fate = draw(25) === 0 ? { user_deleted: true } : draw(25) === 0 ? { hidden: true } : {};
      rows.push(
        outerPost(thread, number, {
          ...{ raw: some(texts), username: some(names), category_id: 1 + draw(3) },
          actions_summary: [{ id: 2, count: draw(4) }],
          ...edited,
          ...parent,
          ...fate,
        }),
      );
    }
  }
  return rows;
}

/** The same things in another order. */
export function shuffle<Thing>(things: readonly Thing[], draw: (below: number) => number) {
  const left = [...things];
  const shuffled: Thing[] = [];
  while (left.length > 0) shuffled.push(...left.splice(draw(left.length), 1));
  return shuffled;
}
