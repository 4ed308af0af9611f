/** What a thread is about: the address of the thing, and the passage quoted from it. */
import { say, sayIt, sayRich } from "../strings/say.ts";
import { labelThing } from "./thing.ts";

export function ThingFigure({ url, quote }: { url: string; quote: string | null }) {
  const said = labelThing(url);
  const site = new URL(url).hostname.replace(/^www\./, "");
  const label = sayIt(said);
  return (
    <figure className="thing">
      {quote && (
        <blockquote dir="auto">
          {quote.split(/\r?\n\s*\r?\n/).map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never change places
            <p key={index}>{paragraph}</p>
          ))}
        </blockquote>
      )}
      <figcaption>
        {sayRich("threads.thing.from", {
          label:
            said.key === "things.site" ? readable(url) : say("threads.thing.site", { label, site }),
          thing: (parts) => (
            <a key="thing" href={url} rel="nofollow ugc noopener">
              {parts}
            </a>
          ),
        })}
      </figcaption>
    </figure>
  );
}

/** An address as people read it: host and path, cut where it grows long. */
function readable(url: string) {
  const { hostname, pathname } = new URL(url);
  const text = hostname.replace(/^www\./, "") + (pathname === "/" ? "" : pathname);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
