/** The text as others will see it, a moment after one stops typing, and what the forum has to say of it; the server renders and weighs it, as it does what is posted. */
import { createContext, useContext, useEffect, useRef, useState } from "react";
import { AdviceNote } from "../nudges/advice-note.tsx";
import type { Weighed } from "../nudges/nudge.ts";
import { NudgeNote } from "../nudges/nudge-note.tsx";
import { say } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";

/** Pause in typing before the server is asked, in milliseconds. */
const PAUSE = 600;

interface Looked extends Partial<Weighed> {
  html: string;
}

/** Told that what is shown as one types is newer than what came with the form. */
export const WhenLooked = createContext(() => {});

export function LivePreview({ body }: { body: string | null }) {
  const whenLooked = useContext(WhenLooked);
  const place = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  /** What was asked about here first: from then on its writer knows. */
  const [asked, setAsked] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed alone is looked at.
  useEffect(() => {
    if (body === null || body.trim() === "") return setLooked(null);
    const left = new AbortController();
    const timer = setTimeout(() => {
      look(place.current?.closest("form"), body, left.signal)
        .then((answer) => {
          if (!answer) return;
          setLooked(answer);
          setAsked((before) => before ?? answer.nudge?.rule ?? null);
          whenLooked();
        })
        .catch(() => {});
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [body]);
  return (
    <div className="live" ref={place}>
      {asked && <input type="hidden" name="asked" value={asked} />}
      <div aria-live="polite">
        {looked?.nudge && <NudgeNote nudge={looked.nudge} />}
        <AdviceNote advice={looked?.advice} />
      </div>
      {looked && (
        <section className="box preview" aria-label={say("write.preview.live")}>
          <h2>{say("write.preview.title")}</h2>
          <Html html={looked.html} />
        </section>
      )}
    </div>
  );
}

async function look(
  form: HTMLFormElement | null | undefined,
  body: string,
  signal: AbortSignal,
): Promise<Looked | null> {
  const fields = new URLSearchParams({ body });
  const typed = form ? new FormData(form) : null;
  for (const name of ["key", "asked", "title", "disclosure", "norms"]) {
    const value = typed?.get(name);
    if (typeof value === "string") fields.set(name, value);
  }
  const address = encodeURIComponent(form?.getAttribute("action") ?? "");
  const answer = await fetch(`/preview?for=${address}`, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: fields,
    signal,
  });
  return answer.ok ? answer.json() : null;
}
