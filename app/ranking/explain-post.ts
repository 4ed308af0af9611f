/** What a post is worth, in points of a hundred, and what lifts it: from what is stored when it is placed. */
import type { Said } from "../strings/say.ts";
import { type LengthEffect, lengthGain, spared } from "./substance.ts";
import { fromUnits } from "./units.ts";

const DAY = 86_400;
/** How long every reply is looked at, and one with few voters, in seconds. */
const LOOKS = { every: 2 * DAY, few: 7 * DAY };
const FEW = 6;
/** Points of fewer voters would tell what single votes weighed, and on which side, even where their counts are shown for the post's age. */
export const TOLD_VOTERS = 5;

/** A post with what its votes came to when it was last placed: insult and substance in billionths, times in epoch seconds. */
export interface StoredPost {
  voters: number;
  found: number;
  insult: number;
  words: number | null;
  substance: number;
  postedAt: number;
  shownAt: number | null;
  /** When time alone changes its place; null once nothing of the kind comes. */
  dueAt: number | null;
  isOpening: boolean;
  /** Whether readers are told apart by what they agree with. */
  isFitted: boolean;
}

/** One part of the sum. */
export interface Part {
  label: Said;
  /** Of a hundred; null where it would tell of single votes. */
  points: number | null;
  why: Said;
  isTotal?: boolean;
}

/** The parts of what a post is worth, rounded so that they add up. While its counts are hidden none of them tells of any vote, nor of what one weighed while it has few voters, and what other posts' hidden votes move is not in them. */
export function explainPost(post: StoredPost, length: LengthEffect): Part[] {
  const { words, isFitted, voters } = post;
  const whole = fromUnits(post.substance);
  const cleared = whole / spared(fromUnits(post.insult));
  const bridging = cleared + lengthGain(words, length);
  const isShown = post.shownAt !== null;
  const isTold = isShown && voters >= TOLD_VOTERS;
  const told = (points: number) => (isTold ? points : null);
  const parts: Part[] = [
    {
      label: { key: isFitted ? "why.worth.label.sides" : "why.worth.label" },
      points: told(hundred(bridging)),
      why: isShown ? worthWhy(post) : { key: "why.hidden" },
    },
    {
      label: { key: "why.length.label" },
      points: told(hundred(cleared) - hundred(bridging)),
      why: lengthWhy(words, length.slope),
    },
    {
      label: { key: "why.insult.label" },
      points: told(hundred(whole) - hundred(cleared)),
      why: { key: post.insult > 0 ? "why.insult.some" : "why.insult.none" },
    },
  ];
  if (!isTold) return parts;
  const why: Said = { key: post.isOpening ? "why.sum.opening" : "why.sum" };
  return [
    ...parts,
    { label: { key: "why.sum.label" }, points: hundred(whole), why, isTotal: true },
  ];
}

function worthWhy({ voters, found, isFitted }: StoredPost): Said {
  if (voters === 0) return { key: "why.worth.none" };
  if (voters < TOLD_VOTERS) return { key: "why.worth.few", values: { voters, found } };
  return { key: isFitted ? "why.worth.sides" : "why.worth.all", values: { voters, found } };
}

const hundred = (share: number) => Math.round(share * 100);

function lengthWhy(words: number | null, slope: number): Said {
  if (words === null) return { key: "why.length.unknown" };
  return { key: slope > 0 ? "why.length.counts" : "why.length.free", values: { words } };
}

/** What lifts a reply besides, and until when; told without a glance at any vote while those are hidden. By how much is not told: it moves with every vote in the thread, hidden ones too. */
export function explainLook(post: StoredPost): { why: Said; until: number | null } | null {
  if (post.isOpening) return null;
  if (post.dueAt === null) return { why: { key: "why.look.over" }, until: null };
  const isFew = post.shownAt === null || post.voters < FEW;
  return {
    why: { key: isFew ? "why.look.few" : "why.look.every" },
    until: post.postedAt + (isFew ? LOOKS.few : LOOKS.every),
  };
}
