/** What a thread of the outer forum is called here. */

/** The title of a thread of which none is known, or none may be shown. */
export const titleWithout = (thread: number, source: string) => `Thread ${thread} of ${source}`;
