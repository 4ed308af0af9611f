/** The document around a page for reading. All of it but four places is the same for many pages, and drawn once for them. */
import { randomBytes } from "node:crypto";
import type { ReactNode } from "react";
import type { Role } from "#db/schema.ts";
import type { Descriptor } from "../ui/page-head.ts";
import { Sheet } from "./document.tsx";
import { drawHtml } from "./draw-html.ts";
import { Frame, SignedOut } from "./frame.tsx";
import { HeadTags } from "./head-tags.tsx";
import { Slots } from "./slots.ts";

interface Parts {
  head: Descriptor[];
  /** The page's own path. */
  pathname: string;
  body: ReactNode;
  /** Of the readers; null for who is not signed in. */
  role: Role | null;
  /** What stands in the masthead for a reader who is signed in, and before the page for one. */
  reader: string;
  flash: string;
}

/** The whole document as HTML. */
export function drawDocument({ head, pathname, body, role, reader, flash }: Parts): string {
  const parts: Record<string, string> = {
    ...{ reader, flash, body: drawHtml(body) },
    tags: drawHtml(<HeadTags head={head} />),
  };
  return takeAround(placeOf(pathname), role)
    .map(({ text, slot }) => (slot ? text + parts[slot.name] : text))
    .join("");
}

/** What the masthead goes by: it marks the beginning of a path. */
const placeOf = (pathname: string) => pathname.split("/", 2).join("/");

type Around = ReturnType<Slots["takeApart"]>;

/** By role and place, of which there are as many as kinds of pages. */
const kept = new Map<string, Around>();

function takeAround(place: string, role: Role | null): Around {
  const key = `${role} ${place}`;
  let around = kept.get(key);
  if (!around) {
    around = drawAround(place, role);
    kept.set(key, around);
  }
  return around;
}

function drawAround(place: string, role: Role | null): Around {
  const slots = new Slots(randomBytes(12).toString("hex"));
  const frame = (
    <Sheet tags={slots.free("tags")}>
      <Frame
        pathname={place}
        role={role}
        reader={role ? slots.free("reader") : <SignedOut pathname={place} />}
        flash={slots.free("flash")}
      >
        {slots.free("body")}
      </Frame>
    </Sheet>
  );
  return slots.takeApart(`<!DOCTYPE html>${drawHtml(frame)}`);
}
