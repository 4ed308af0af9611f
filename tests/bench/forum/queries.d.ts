export interface Query {
  kind: string;
  text: string;
  order?: string;
  after?: string;
}
export function queriesOf(look: {
  texts: readonly string[];
  names: readonly string[];
  topic: string;
  newest: Date;
}): Query[];
