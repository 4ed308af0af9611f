/** A question whose people and topics are known, as the engines are asked it. */
import type { SearchedKind, Term } from "./question.ts";

export interface Asked {
  terms: readonly Term[];
  /** Any of them wrote it; empty for anybody. */
  personIds: readonly number[];
  kinds: readonly SearchedKind[];
  since: number | null;
  /** It stands in a thread with one of these topics; empty for any. */
  topicIds: readonly number[];
  /** The same said by the threads, where they are few. */
  threadIds: readonly number[] | null;
}

/** Words of the index for what is not text: any of each list must be there. A sign of the engine tells them from words. */
export const marksOf = ({ personIds, kinds, threadIds }: Asked, sign: string): string[][] =>
  [
    personIds.map((id) => `${sign}by${id}`),
    kinds.map((kind) => `${sign}kind${kind}`),
    (threadIds ?? []).map((id) => `${sign}in${id}`),
  ].filter((marks) => marks.length > 0);

/** Topics whose posts are told one by one. */
export const topicsToAsk = ({ topicIds, threadIds }: Asked): readonly number[] =>
  threadIds ? [] : topicIds;
