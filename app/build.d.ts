/** Bundles only the worker that renders, which is all that most tests need. */
export function buildWorker(): Promise<void>;
/** Builds everything unless what is built came from the sources as they are now. */
export function buildIfStale(): Promise<void>;
/** Packages of which each becomes one file of the build. */
export const joined: readonly string[];
