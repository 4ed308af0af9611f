import type { Stream } from "./stream.ts";

/** The streams that a process holds open. */
export class Streams {
  readonly #all = new Set<Stream>();
  readonly #counts = new Map<string, number>();

  get size() {
    return this.#all.size;
  }

  /** How many one owner has. */
  countOf(owner: string): number {
    return this.#counts.get(owner) ?? 0;
  }

  add(stream: Stream) {
    this.#all.add(stream);
    this.#counts.set(stream.owner, this.countOf(stream.owner) + 1);
  }

  delete(stream: Stream) {
    if (!this.#all.delete(stream)) return;
    const left = this.countOf(stream.owner) - 1;
    if (left > 0) this.#counts.set(stream.owner, left);
    else this.#counts.delete(stream.owner);
  }

  has(stream: Stream) {
    return this.#all.has(stream);
  }

  all(): Stream[] {
    return [...this.#all];
  }

  /** Those of each thread. */
  byThread(): Map<number, Stream[]> {
    return groupBy(this.#all, ({ thread }) => thread?.id);
  }

  /** Those of each person who is signed in. */
  byPerson(): Map<number, Stream[]> {
    return groupBy(this.#all, ({ reader }) => reader?.personId);
  }
}

function groupBy(streams: Iterable<Stream>, keyOf: (stream: Stream) => number | undefined) {
  const groups = new Map<number, Stream[]>();
  for (const stream of streams) {
    const key = keyOf(stream);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(stream);
    else groups.set(key, [stream]);
  }
  return groups;
}
