import { expect, test } from "vitest";
import { shownNote, withMutedShown } from "#app/following/shows-muted.ts";

test("a page that shows what its reader mutes leads back to the same page without it", () => {
  for (const address of ["/", "/search?q=a+b", "/threads/1/a?order=newest"]) {
    expect(shownNote(address)).toBeNull();
    expect(shownNote(withMutedShown(address))).toEqual({
      ...{ key: "following.shown", values: { change: address } },
    });
  }
});
