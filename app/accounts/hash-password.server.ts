import { hash, parseOptions, verify } from "@node-rs/argon2";
import { Turns } from "#app/turns.ts";

/** Argon2id, as the package numbers it. */
const ARGON2ID = 2;
/** OWASP's second row: 19 MiB, two passes, one lane. */
const setting = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each hash takes a core and 19 MiB; more at once would make readers wait. */
const AT_ONCE = 2;
/** More than this would wait longer than anybody does. */
const QUEUE = 20;

/** The hash of no password. Stands in for that of somebody who does not exist, so that the answer takes as long. */
export const nobodysHash = `$argon2id$v=19$m=${setting.memoryCost},t=${setting.timeCost},p=${setting.parallelism}$c3RlZWxtYW4gbm9ib2R5$c3RlZWxtYW46IG5vIHBhc3N3b3JkIGhhcyB0aGlzIGg`;

const turns = new Turns({
  atOnce: AT_ONCE,
  waiting: QUEUE,
  full: { key: "refused.busy", retryAfter: 2 },
});

/** The argon2id hash of a password, in PHC format; refuses with 503 when too many wait already. */
export const hashPassword = (password: string): Promise<string> =>
  turns.take(() => hash(password, { ...setting, algorithm: ARGON2ID }));

/** Whether the password is the one hashed. With null it takes as long and answers no. */
export const verifyPassword = (kept: string | null, password: string): Promise<boolean> =>
  turns.take(async () => (await verify(kept ?? nobodysHash, password)) && kept !== null);

/** Whether a hash was made with less than today's setting. */
export function needsRehash(kept: string): boolean {
  const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(kept);
  return (
    algorithm !== ARGON2ID ||
    memoryCost < setting.memoryCost ||
    timeCost < setting.timeCost ||
    parallelism < setting.parallelism
  );
}
