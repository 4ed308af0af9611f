/** What is there at once, or comes later. */
export type Soon<Value> = Promise<Value> | Value;

/** Does something with a value: at once where it is there, since to make and to await a promise costs as much as a small query. */
export const whenThere = <Value, Next>(
  value: Soon<Value>,
  deed: (value: Value) => Soon<Next>,
): Soon<Next> => (value instanceof Promise ? value.then(deed) : deed(value));
