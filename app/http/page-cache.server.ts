/** Pages as they were made, kept in memory by their address while they are asked for, up to a number of bytes. */
import type { Soon } from "#db/soon.ts";

interface Kept<Page> {
  version: string;
  page: Page;
  bytes: number;
}

/** The longest unasked goes first. A page of another version is made again, so nothing is ever purged. */
export class PageCache<Page> {
  readonly #most: number;
  readonly #kept = new Map<string, Kept<Page>>();
  readonly #making = new Map<string, Promise<Page>>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  /** What all kept pages take together. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The page of this address and version, if it is kept. */
  find(address: string, version: string): Page | null {
    const kept = this.#kept.get(address);
    if (kept?.version !== version) return null;
    this.#kept.delete(address);
    this.#kept.set(address, kept);
    return kept.page;
  }

  /** The page of this address and version: kept, being made for another, or made now. What could not be made is tried again by the next who asks. */
  take(address: string, version: string, make: () => Promise<Made<Page>>): Soon<Page> {
    const found = this.find(address, version);
    if (found) return found;
    const key = `${version} ${address}`;
    const making = this.#making.get(key) ?? this.#make(key, address, version, make);
    this.#making.set(key, making);
    return making;
  }

  async #make(key: string, address: string, version: string, make: () => Promise<Made<Page>>) {
    try {
      const { page, bytes } = await make();
      if (bytes !== null) this.#keep(address, { version, page, bytes: bytes + 2 * key.length });
      return page;
    } finally {
      this.#making.delete(key);
    }
  }

  /** Counts anew what a page takes that has changed since it was kept. */
  resize(address: string, page: Page, bytes: number) {
    const kept = this.#kept.get(address);
    if (kept?.page === page) this.#keep(address, { ...kept, bytes });
  }

  #forget(address: string) {
    this.#bytes -= this.#kept.get(address)?.bytes ?? 0;
    this.#kept.delete(address);
  }

  #keep(address: string, kept: Kept<Page>) {
    // What is larger than all that is kept would only drive the others out.
    if (kept.bytes > this.#most) return this.#forget(address);
    this.#bytes += kept.bytes - (this.#kept.get(address)?.bytes ?? 0);
    this.#kept.delete(address);
    this.#kept.set(address, kept);
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#most) return;
      this.#kept.delete(oldest);
      this.#bytes -= bytes;
    }
  }
}

export interface Made<Page> {
  page: Page;
  /** What it takes to keep; null for a page that is not to be kept. */
  bytes: number | null;
}
