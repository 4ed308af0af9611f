/** Bundles our own TypeScript into build/. */
export function buildOwn(): Promise<void>;
/** Builds everything unless what is built came from the sources as they are now. */
export function buildIfStale(): Promise<void>;
