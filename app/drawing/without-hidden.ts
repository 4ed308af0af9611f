import type { DrawnPage, Readable, Reading } from "./reading-page.ts";

interface Redrawing<Page> {
  /** The page without what has these ids; a Response where it leads elsewhere now. */
  draw: (hidden: ReadonlySet<number>) => Promise<Page | Response>;
  /** Whether nothing has changed since the first page was asked for; where it is left out, that is not known. */
  isCurrent?: () => Promise<boolean>;
}

/** A page without what its reader mutes: the first itself where there is nothing of it, else drawn again, until nothing is left that came meanwhile. */
export async function withoutHidden<Page extends DrawnPage>(
  page: Readable,
  { reading, asked }: { reading: Reading; asked: unknown },
  first: Page,
  { draw, isCurrent }: Redrawing<Page>,
): Promise<Page | Response> {
  let drawn = first;
  const hidden = new Set<number>();
  for (;;) {
    const found = await page.findHidden(reading, drawn, asked);
    if ([...found].every((id) => hidden.has(id))) return drawn;
    for (const id of found) hidden.add(id);
    const again = await draw(hidden);
    if (again instanceof Response || (await isCurrent?.())) return again;
    drawn = again;
  }
}
