/** A move, backup or restore that cannot be done, in one line that says why and what to do; what was there is as it was. */
export class CannotMove extends Error {}

/** Somebody interrupted; what was there is as it was. */
export class Stopped extends Error {}
