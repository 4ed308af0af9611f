/** A row of a data set or of our own sentences, as far as insults are read from it. */
export interface Row {
  readonly text: string;
  readonly source?: string;
  readonly labels?: {
    readonly toxic?: number;
    readonly insult?: number;
    readonly identity_attack?: number;
    readonly hostile_emotion?: number;
    readonly thanks?: number;
    readonly emotions?: readonly string[];
    readonly class?: string;
    readonly hate?: number;
    readonly hateful?: number;
  };
  /** Offsets that most raters marked. */
  readonly spans?: readonly (readonly [number, number])[];
  /** Of our own sentences. */
  readonly insult?: number;
}
