/** Both sides of a move have the version of this program's tables. */
import { CannotMove } from "./cannot-move.ts";

/** Throws CannotMove where the tables at a place are older or newer than this program's. */
export function checkVersion(place: string, version: number | null, known: number) {
  if (version === null) {
    throw new CannotMove(`There is no forum at ${place}. Check the address.`);
  }
  if (version < known) {
    throw new CannotMove(
      `The forum at ${place} has version ${version}, this program ${known}. Bring it up to date first: DATABASE_URL=… npm run migrate.`,
    );
  }
  if (version > known) {
    throw new CannotMove(
      `The forum at ${place} has version ${version}, this program knows ${known}. Install the newer Steelman first.`,
    );
  }
}
