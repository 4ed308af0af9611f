/** A whole document: it loads one stylesheet and one small script. */
import type { ReactNode } from "react";
import { say } from "../strings/say.ts";
import { agoWords } from "./ago-words.ts";

/** A document whose page says of itself what `tags` hold. */
export function Sheet({ tags, children }: { tags: ReactNode; children: ReactNode }) {
  return (
    <html lang="en" data-fold={say("post.fold")} data-unfold={say("post.unfold")} {...agoWords}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {tags}
        <Files />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** What every page loads. */
function Files() {
  return (
    <>
      <link rel="stylesheet" href={`/forum.css?v=${import.meta.env.FILES_VERSION}`} />
      <link rel="icon" type="image/svg+xml" href="/icon.svg" />
      <script defer src={`/forum.js?v=${import.meta.env.FILES_VERSION}`} />
    </>
  );
}
