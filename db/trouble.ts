/** A database that cannot be used, with one line that says why and what to do. */
export class CannotOpen extends Error {}

/** The database is away: it was stopped, restarts, or the way to it is broken. What was asked may or may not have been done. */
export class Away extends Error {}
