import { expect, test } from "vitest";
import { Sheet } from "#app/drawing/document.tsx";
import { drawDocument } from "#app/drawing/draw-document.server.tsx";
import { drawHtml } from "#app/drawing/draw-html.ts";
import { Frame, SignedOut } from "#app/drawing/frame.tsx";
import { HeadTags } from "#app/drawing/head-tags.tsx";
import { pageHead } from "#app/ui/page-head.ts";
import type { Role } from "#db/schema.ts";

const roles: (Role | null)[] = [null, "member", "moderator", "administrator"];
const paths = ["", "/", "/threads/7-a-thread", "/topics", "/topics/a", "/topicsaurus", "/rules"];

/** The whole document drawn at once. */
const drawWhole = (pathname: string, role: Role | null, word: string) =>
  `<!DOCTYPE html>${drawHtml(
    <Sheet tags={<HeadTags head={pageHead({ title: word })} />}>
      <Frame
        pathname={pathname}
        role={role}
        reader={role ? "whoever reads" : <SignedOut pathname={pathname} />}
        flash="a message"
      >
        <p>{word}</p>
      </Frame>
    </Sheet>,
  )}`;

test("a page is the same as if all of it were drawn at once, at each place and for each role", () => {
  for (const role of roles) {
    for (const pathname of paths) {
      // A second page of the same kind, and one that says what the places are told by.
      for (const word of ["one", "two", "~around.body~ $& $1 <b>"]) {
        const drawn = drawDocument({
          ...{ pathname, role, head: pageHead({ title: word }), body: <p>{word}</p> },
          ...{ reader: "whoever reads", flash: "a message" },
        });
        expect(drawn).toBe(drawWhole(pathname, role, word));
      }
    }
  }
});
