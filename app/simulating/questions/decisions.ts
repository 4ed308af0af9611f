/** What becomes of posts that were flagged (mechanism, M8), and who decides on appeals (M9). */
import { type Bench as Court, mayJudge } from "../../appeals/may-judge.ts";
import { caseEvents, deadlines, drawn, type Standing, stepCase } from "../../moderation/states.ts";
import { type Bench, strong } from "../bench.ts";
import type { Question } from "../question.ts";

/** Of each seed; ten are usual. */
const STEPS = 1_000;
const HOUR = 3_600;

/** How many of so many random steps of cases lead where the table has no arrow, ask a third time, or set another deadline. */
function strayed(draw: () => number): number {
  const fresh: Standing = { state: "open", askCount: 0, dueAt: null };
  let from = fresh;
  let now = 0;
  let count = 0;
  for (let turn = 0; turn < STEPS; turn++) {
    now += Math.floor(draw() * 48 * HOUR);
    const event = caseEvents[Math.floor(draw() * caseEvents.length)]!;
    const step = stepCase(from, event, now);
    const to = drawn[from.state][event];
    const isEarly = event === "time" && (from.dueAt === null || from.dueAt > now);
    if (!step) {
      count += Number(to !== undefined && !isEarly && !(to === "former" && !from.former));
      continue;
    }
    const meant = to === "former" ? from.former?.state : to;
    const isRefused = from.state === "rewritten" && meant === "asked" && from.askCount === 2;
    const isLapsed = step.state === "lapsed" && isRefused;
    const isNew = step.state !== from.state && to !== "former";
    const due = isNew ? now + (deadlines[step.state] ?? Number.NaN) : null;
    const isLate = due !== null && !Number.isNaN(due) && step.dueAt !== due;
    if (!(step.state === meant || isLapsed) || isEarly || step.askCount > 2 || isLate) count += 1;
    const left = from.dueAt === null ? null : Math.max(0, from.dueAt - now);
    const former = step.state === "appealed" ? { state: from.state, left } : undefined;
    const next = { state: step.state, askCount: step.askCount, dueAt: step.dueAt, former };
    from = Object.keys(drawn[step.state]).length === 0 ? fresh : next;
  }
  return count;
}

/** Percentile points between a good post that five flagged and a rewrite cleared, and the same never flagged. */
const apartFromTwin = (bench: Bench): number[] =>
  bench.seeds.flatMap((seed) => {
    const world = bench.world(seed);
    const { attacks, measure, worlds } = bench.agents;
    return strong(world).map((target) => {
      const place = world.posts.indexOf(target);
      const flagged = attacks.opposingFlaggers(world, target, 5, 0);
      const decide = (post: { id: unknown }) => (post.id === target.id ? "cleared" : undefined);
      const order = (rows: typeof world, cleared: boolean) =>
        bench.substancesOf(worlds.toRankRows(rows, cleared ? { decide } : {}), rows);
      const after = measure.percentile(order(flagged, true), place);
      const before = measure.percentile(order(attacks.withoutDeed(flagged), false), place);
      return Math.abs(after - before);
    });
  });

/** How many appeals of random offices could be decided by who appeals, or by who decided before though somebody else is there. */
function unfair(draw: () => number): number {
  let count = 0;
  for (let turn = 0; turn < STEPS; turn++) {
    const size = 1 + Math.floor(draw() * 4);
    const office = Array.from({ length: size }, (_, id) => ({
      id,
      role: draw() < 0.4 ? ("administrator" as const) : ("moderator" as const),
    }));
    const one = () => Math.floor(draw() * (size + 1));
    const court: Court = {
      ...{ personId: one(), byId: draw() < 0.2 ? null : one(), acted: new Set([one()]) },
      ...{ isGrave: draw() < 0.3, madeAt: 0, office },
    };
    const acted = new Set([...court.acted, court.byId]);
    for (const judge of office) {
      const { reason } = mayJudge(judge, { ...court, acted }, Math.floor(draw() * 72 * HOUR));
      const isThere = office.some(({ id }) => id !== court.personId && id !== court.byId);
      const isOwn = judge.id === court.personId || (judge.id === court.byId && isThere);
      if (!reason && isOwn) count += 1;
    }
  }
  return count;
}

export const ofDecisions: Question[] = [
  {
    name: "M8 random steps of cases that leave the table (of 1 000 a seed)",
    ...{ asked: { most: 0 }, digits: 0 },
    ask: (bench) => bench.each((seed) => strayed(bench.agents.worlds.randomFrom(seed))),
  },
  {
    name: "M8 a post that five flagged and a rewrite cleared: points from its twin that nobody flagged",
    asked: { most: 3 },
    ask: apartFromTwin,
  },
  {
    name: "M9 appeals decided by whoever is concerned (of 1 000 a seed)",
    ...{ asked: { most: 0 }, digits: 0 },
    ask: (bench) => bench.each((seed) => unfair(bench.agents.worlds.randomFrom(seed))),
  },
];
