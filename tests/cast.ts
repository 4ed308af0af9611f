/** The people of every test: Ada writes, Ben disagrees, Nia is new, Mo moderates, Root administers. */
import type { Role } from "#db/schema.ts";

export const cast: { name: string; role: Role; level: number }[] = [
  { name: "Ada", role: "member", level: 1 },
  { name: "Ben", role: "member", level: 1 },
  { name: "Nia", role: "member", level: 0 },
  { name: "Mo", role: "moderator", level: 1 },
  { name: "Root", role: "administrator", level: 1 },
];
