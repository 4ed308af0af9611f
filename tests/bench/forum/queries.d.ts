export interface Query {
  kind: string;
  text: string;
}
export function queriesOf(look: {
  texts: readonly string[];
  names: readonly string[];
  topic: string;
  newest: Date;
}): Query[];
