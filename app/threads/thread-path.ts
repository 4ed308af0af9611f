/** The addresses of threads and posts. */

/** The readable end of a thread's address: ASCII letters and digits of its title. */
export function slugOf(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replace(/^-+|-+$/g, "");
}

/** A thread's canonical path. */
export function threadPath({ id, slug }: { id: number; slug: string }): string {
  return slug ? `/threads/${id}-${slug}` : `/threads/${id}`;
}

/** The number of a thread from its part of an address, "41" or "41-slug", or null. */
export function readThreadId(part: string | undefined): number | null {
  const match = /^([1-9]\d{0,14})(?:-.*)?$/.exec(part ?? "");
  return match ? Number(match[1]) : null;
}
