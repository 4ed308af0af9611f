export interface ReadAnswer {
  status: number;
  bytes: number;
  location: string | null;
}
export class AnswerReader {
  constructor(onAnswer: (answer: ReadAnswer) => void);
  take(bytes: Buffer): void;
}
