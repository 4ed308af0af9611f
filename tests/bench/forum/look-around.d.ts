interface Thread {
  id: number;
  slug: string;
  opening: number;
  path: string;
}
export interface Found {
  long: Record<number, Thread>;
  threads: (Thread & { newest?: number | null })[];
  topic: string;
  topicName: string;
  names: string[];
  texts: string[];
  newest: Date;
}
export function lookAround(database: string, longThreads: readonly number[]): Found;
