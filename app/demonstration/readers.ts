/** People of the demonstration who read and vote, and have written nothing yet; nobody signs in as them. */
export const readers = [
  "Wren",
  "Tomas",
  "Oda",
  "Juno",
  "Ravi",
  "Sefa",
  "Marit",
  "Ines",
  "Calder",
] as const;

export type DemoReader = (typeof readers)[number];
