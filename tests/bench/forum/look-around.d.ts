export interface Found {
  long: Record<number, { id: number; slug: string; opening: number; path: string }>;
  threads: { id: number; slug: string; opening: number; path: string }[];
  topic: string;
  topicName: string;
  names: string[];
  texts: string[];
  newest: Date;
}
export function lookAround(database: string, longThreads: readonly number[]): Found;
