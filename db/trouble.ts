/** A database that cannot be used, with one line that says why and what to do. */
export class CannotOpen extends Error {}

/** The database is away: it was stopped, restarts, or the way to it is broken. What was asked may or may not have been done. */
export class Away extends Error {
  override readonly name = "Away";
}

/** Whether an error says that the database is away. By its name: the server and the pages are bundled apart, and each bundle has a class of its own. */
export const isAway = (error: unknown): boolean => error instanceof Error && error.name === "Away";
