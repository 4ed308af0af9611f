/** The text as others will see it, a moment after one stops typing, and what the forum has to say of it; the server renders and weighs it, as it does what is posted. */
import { createContext, useContext, useEffect, useRef, useState } from "react";
import { AdviceNote } from "../nudges/advice-note.tsx";
import type { Weighed } from "../nudges/nudge.ts";
import { MarkedNote, NudgeNote } from "../nudges/nudge-note.tsx";
import { ASKED } from "../nudges/told.ts";
import { say } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";

/** Pause in typing before the server is asked, in milliseconds. */
const PAUSE = 600;

interface Looked extends Partial<Weighed> {
  html: string;
  /** The signal about which its writer was asked before. */
  asked?: string | null;
}

/** What a form knows of being asked. */
export const Asking = createContext({
  /** The signal about which the writer of this draft was asked first: from then on they know. */
  asked: undefined as string | undefined,
  tellAsked: (_signal: string) => {},
  /** What is shown as one types is newer than what came with the form. */
  whenLooked: () => {},
});

export function LivePreview({ body }: { body: string | null }) {
  const known = useContext(Asking);
  const asking = useRef(known);
  asking.current = known;
  const place = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  /** Whether the question is asked here; it stays as long as its passage. */
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    if (body === null || body.trim() === "") {
      setIsAsked(false);
      return setLooked(null);
    }
    const left = new AbortController();
    const timer = setTimeout(() => {
      look(place.current?.closest("form"), body, left.signal)
        .then((answer) => {
          if (!answer) return;
          setLooked(answer);
          const { asked, tellAsked, whenLooked } = asking.current;
          const isNew = !asked && !answer.asked;
          setIsAsked((before) => Boolean(answer.nudge) && (before || isNew));
          const signal = asked ?? answer.asked ?? answer.nudge?.rule;
          if (signal) tellAsked(signal);
          whenLooked();
        })
        .catch(() => {});
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [body]);
  const nudge = looked?.nudge;
  return (
    <div className="live" ref={place}>
      <p className="unseen" role="status">
        {nudge && isAsked && say("nudge.title", { count: nudge.count })}
      </p>
      {nudge && (isAsked ? <NudgeNote nudge={nudge} /> : <MarkedNote nudge={nudge} />)}
      <AdviceNote advice={looked?.advice} />
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
  for (const name of ["key", ASKED, "title", "disclosure", "norms"]) {
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
