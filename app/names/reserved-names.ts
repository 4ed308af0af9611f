import { nameKey, SEPARATORS } from "./name-key.ts";

const keysOf = (words: string) => new Set(words.split(/\s+/).map(nameKey));

/** Names that would speak for the forum, or for nobody. */
const reserved = keysOf(
  `moderator moderators mods administrator administrators admin admins root system steelman forum
  staff team official support help security owner deleted anonymous nobody everyone everybody
  somebody here all new me null undefined unknown`,
);
/** Words that claim an office wherever they stand in a name. */
const offices = keysOf("moderator administrator admin steelman staff");

/** Whether a name would be taken for the forum's own voice. */
export const isReserved = (name: string): boolean =>
  reserved.has(nameKey(name)) || name.split(SEPARATORS).some((part) => offices.has(nameKey(part)));
