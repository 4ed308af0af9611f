/** Where questions are answered: the modelled worlds of some seeds, ranked by the forum's own formulas. */
import { type Ranks, rankRows } from "../ranking/rank-rows.ts";
import type { Agents, Post, World, WorldWish } from "./agents.ts";

export interface Look {
  /** Is the modelled scorer on? */
  scorer?: boolean;
  /** How often the reviewer of flags is right, 0 to 1; without one all flags are open. */
  review?: number;
}

/** A reviewer as people are. */
export const USUAL_REVIEW = 0.95;

type Wish = Omit<WorldWish, "seed">;
type Choose = (world: World) => Post[];
type Attack = (world: World, target: Post) => World;
type Order = (world: World) => number[];

const FOUNDED: Wish = { people: 60, posts: 80, reach: 0.25 };

export class Bench {
  readonly #worlds = new Map<string, World>();

  constructor(
    readonly agents: Agents,
    readonly seeds: readonly number[],
    /** The time this process has worked, in milliseconds. */
    readonly milliseconds: () => number,
  ) {}

  /** One value for each seed. */
  each(measure: (seed: number) => number): number[] {
    return this.seeds.map(measure);
  }

  /** The same for the world of each seed. */
  eachWorld(wish: Wish, measure: (world: World) => number): number[] {
    return this.each((seed) => measure(this.world(seed, wish)));
  }

  /** The world of a seed, made once; it is not to be changed. */
  world(seed: number, wish: Wish = {}): World {
    const key = JSON.stringify({ ...wish, seed });
    const world = this.#worlds.get(key) ?? this.agents.worlds.makeWorld({ ...wish, seed });
    this.#worlds.set(key, world);
    return world;
  }

  ranks(world: World, { scorer = false, review }: Look = {}): Ranks {
    const { toRankRows, reviewer } = this.agents.worlds;
    const decide = review === undefined ? undefined : reviewer(world, review);
    return rankRows(toRankRows(world, { scorer, decide }));
  }

  /** Q of each post of the world. */
  substances(world: World, look: Look = {}): number[] {
    return inOrder(this.ranks(world, look), world);
  }

  /** The same by rows that were made of it. */
  substancesOf(rows: Parameters<typeof rankRows>[0], world: World): number[] {
    return inOrder(rankRows(rows), world);
  }

  /** Rank correlation of the order with what posts are truly worth. */
  truthOf(values: readonly number[], world: World): number {
    return this.agents.measure.spearman(
      values,
      world.posts.map(({ truth }) => truth),
    );
  }

  /** Percentile points by which the deed alone moves each of its targets; the same accounts vote elsewhere either way. */
  moves(
    attack: Attack,
    choose: Choose,
    { wish = {}, ...look }: Look & { wish?: Wish } = {},
  ): number[] {
    return this.movesBy((world) => this.substances(world, look), attack, choose, wish);
  }

  /** The same by any other order. */
  movesBy(order: Order, attack: Attack, choose: Choose, wish: Wish = {}): number[] {
    return this.seeds.flatMap((seed) => this.#moved(this.world(seed, wish), order, attack, choose));
  }

  /** The same in a small forum that began with founding weeks: its first people are at level 1, all later ones are new. */
  foundedMoves(founders: number, attack: Attack, choose: Choose): number[] {
    return this.seeds.flatMap((seed) => {
      const world = this.agents.worlds.makeWorld({ seed, ...FOUNDED });
      for (const [i, person] of world.people.entries()) person.level = i < founders ? 1 : 0;
      return this.#moved(world, (one) => this.substances(one), attack, choose);
    });
  }

  #moved(world: World, order: Order, attack: Attack, choose: Choose): number[] {
    const { attacks, measure } = this.agents;
    return choose(world).map((target) => {
      const place = world.posts.indexOf(target);
      const after = attack(world, target);
      const before = attacks.withoutDeed(after);
      return measure.percentile(order(after), place) - measure.percentile(order(before), place);
    });
  }
}

/** Q of each post, as the world has them. */
function inOrder({ posts }: Ranks, world: World): number[] {
  const found = new Map(posts.map(({ id, q }) => [id, q]));
  return world.posts.map(({ id }) => found.get(id)!);
}

const TARGETS = 3;

/** Posts of little worth that do not insult. */
export const weak: Choose = ({ posts }) =>
  posts.filter(({ truth, insult }) => truth > 0.15 && truth < 0.35 && !insult).slice(0, TARGETS);

/** Good posts that take a side. */
export const strong: Choose = ({ posts }) =>
  posts
    .filter(({ truth, insult, leaning }) => truth > 0.65 && !insult && Math.abs(leaning) > 0.3)
    .slice(0, TARGETS);

/** Good posts, sided or not. */
export const good: Choose = ({ posts }) =>
  posts.filter(({ truth, insult }) => truth > 0.65 && !insult).slice(0, TARGETS);

/** Falls are moves down. */
export const falls = (moves: readonly number[]): number[] => moves.map((move) => -move);
