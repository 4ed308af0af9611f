/** Why a filling does not begin, in one sentence that says what to do. */
export class CannotFill extends Error {}

/** Arguments that cannot be followed, in one sentence that says why. */
export class WrongArguments extends Error {}
