import { expect, test } from "vitest";
import { seal } from "#app/cursor-seal.ts";
import { buildTree, type InTree, type Node, REPLY_ORDERS } from "#app/posts/tree.ts";

/** Places in both orders by votes. */
type Places = Partial<Pick<InTree, "best" | "across">>;

const post = (
  id: number,
  parentId: number | null,
  replyCount = 0,
  places: Places = {},
): InTree => ({
  ...{ id, parentId, postedAt: id, replyCount, best: 5, across: 5 },
  ...places,
});

type Shape = number | [number, ...Shape[]];
const shapeOf = (node: Node<InTree>): Shape =>
  node.replies.length === 0 ? node.post.id : [node.post.id, ...node.replies.map(shapeOf)];

/** 1 opens; 2, 3 and 4 answer it; 3 has four posts below, 4 has one. */
const posts = [
  post(2, 1),
  post(3, 1, 3),
  post(4, 1, 1),
  post(5, 3, 1, { across: 4 }),
  post(6, 3, 0, { best: 6 }),
  post(7, 5),
  post(8, 4),
  post(9, 3, 0, { best: 6, across: 9 }),
];

test.each([
  ["best", [2, [3, 6, 9, [5, 7]], [4, 8]]],
  ["across", [2, [3, 9, 6, [5, 7]], [4, 8]]],
  ["active", [2, [3, [5, 7], 6, 9], [4, 8]]],
  ["old", [2, [3, [5, 7], 6, 9], [4, 8]]],
  ["new", [2, [3, 9, 6, [5, 7]], [4, 8]]],
] as const)("roots keep their order and replies stand in the order %s", (order, shape) => {
  expect(buildTree(posts, [2, 3, 4], order).map(shapeOf)).toEqual(shape);
});

test("what was imported stands by when it was written, whatever its number here", () => {
  const late = { ...post(4, 1), postedAt: 9 };
  const early = { ...post(5, 1), postedAt: 3 };
  const [root] = buildTree([post(1, null, 2), late, early], [1], "old");
  expect(root?.replies.map(({ post }) => post.id)).toEqual([5, 4]);
});

test("most activity counts all posts below, then the older stands first", () => {
  const [root] = buildTree(
    [
      post(1, null, 3),
      post(2, 1),
      post(3, 1, 1),
      post(4, 1, 2),
      post(5, 3),
      post(6, 4),
      post(7, 4),
    ],
    [1],
    "active",
  );
  expect(root!.below).toBe(6);
  expect(shapeOf(root!)).toEqual([1, [4, 6, 7], [3, 5], 2]);
});

test("replies that were not handed in are counted as missing", () => {
  const [root] = buildTree([post(3, 1, 5), post(5, 3), post(6, 3)], [3], "old");
  expect(root).toMatchObject({ missing: 3, below: 2 });
});

test.each([
  ["best", `?branch=3&after=${seal(6, 6)}.6`],
  ["across", `?order=across&branch=3&after=${seal(4, 5)}.5`],
  ["active", "?order=active&branch=3&after=6.6"],
  ["old", "?order=old&branch=3&after=6.6"],
  ["new", "?order=new&branch=3&after=5.5"],
] as const)(
  "what is missing goes on after the last that is shown in the order %s",
  (order, more) => {
    const shown = [post(5, 3, 0, { best: 8, across: 4 }), post(6, 3, 0, { best: 6, across: 7 })];
    expect(buildTree([post(3, 1, 5), ...shown], [3], order)[0]).toMatchObject({ missing: 3, more });
  },
);

test("a post without its parent is left out, and never shown in another place", () => {
  expect(buildTree([post(3, 1, 1), post(9, 8), post(8, 99)], [3], "old").map(shapeOf)).toEqual([3]);
  expect(buildTree([], [3], "old")).toEqual([]);
});

test("a root that answers another root is shown once", () => {
  expect(buildTree([post(3, 1, 1), post(4, 3)], [3, 4], "old").map(shapeOf)).toEqual([3, 4]);
});

test.each(REPLY_ORDERS)("a branch 5,000 deep and 5,000 wide is built in the order %s", (order) => {
  const deep = Array.from({ length: 5_000 }, (_, index) => post(index + 2, index + 1, 1));
  const wide = Array.from({ length: 5_000 }, (_, index) => post(index + 6_000, 2, 0));
  const [root] = buildTree([...deep, ...wide].reverse(), [2], order);
  expect(root!.below).toBe(9_999);
  let node = root!;
  let depth = 0;
  for (let next: Node<InTree> | undefined = node; next; depth++) {
    node = next;
    next = node.replies.find((reply) => reply.post.id < 6_000);
  }
  expect([depth, node.post.id]).toEqual([5_000, 5_001]);
});
