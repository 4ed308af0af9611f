export interface ReadAnswer {
  status: number;
  bytes: number;
  /** The body in pieces, as it came over the wire. */
  parts: Buffer[];
  encoding: string | null;
  location: string | null;
}
export class AnswerReader {
  constructor(onAnswer: (answer: ReadAnswer) => void);
  take(bytes: Buffer): void;
}
