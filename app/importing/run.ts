/** One run of an import: what it was asked, what it tells, and what it counts. */
import type { Said } from "../strings/say.ts";

/** A file to read. */
export interface OuterFile {
  /** As it was named. */
  name: string;
  place: string;
}

export interface Wish {
  files: readonly OuterFile[];
  /** What the outer forum is called here. */
  source: string;
  /** Its address, without a slash at its end; null where links into it stay as they are. */
  origin: string | null;
  /** Names of topics by the number of their category there. */
  topics: ReadonlyMap<number, string>;
  /** Seconds since 1970. */
  now: number;
}

/** What a run says while it goes on. */
export interface Voice {
  /** Something about a row, a name or a file that whoever imports should know. */
  tell: (where: string, said: Said) => void;
  progress: (counts: Counts) => void;
  /** Whether the run should end at the next place where it can go on later. */
  isStopped: () => boolean;
  /** Our own fault in the renderer; the post is shown as it was written. */
  report: (error: unknown, where: string) => void;
}

export interface Counts {
  rows: number;
  /** Posts that were read and may be imported. */
  found: number;
  threads: { added: number; there: number };
  posts: { added: number; changed: number; there: number };
  people: { added: number; there: number; renamed: number };
  /** Replies whose parent was not among what is here. */
  orphans: number;
  /** Rows that were skipped, by the key of the reason. */
  skipped: Map<string, number>;
  isCutShort: boolean;
}

export const noCounts = (): Counts => ({
  rows: 0,
  found: 0,
  threads: { added: 0, there: 0 },
  posts: { added: 0, changed: 0, there: 0 },
  people: { added: 0, there: 0, renamed: 0 },
  orphans: 0,
  skipped: new Map(),
  isCutShort: false,
});

/** Where a row stands in a file; line 0 is none. */
export const whereOf = ({ file, line }: { file: string; line: number }) =>
  line > 0 ? `${file}:${line}` : file;
