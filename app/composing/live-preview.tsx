/** The text as others will see it, a moment after one stops typing; the server renders it, as it renders the page. */
import { useEffect, useState } from "react";
import { say } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";

/** Pause in typing before the server is asked, in milliseconds. */
const PAUSE = 600;

export function LivePreview({ body }: { body: string | null }) {
  const [html, setHtml] = useState<string | null>(null);
  useEffect(() => {
    if (body === null || body.trim() === "") return setHtml(null);
    const left = new AbortController();
    const timer = setTimeout(() => {
      fetch("/preview", {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams({ body }),
        signal: left.signal,
      })
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((answer: { html: string } | null) => answer && setHtml(answer.html))
        .catch(() => {});
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [body]);
  if (html === null) return null;
  return (
    <section className="box preview" aria-label={say("write.preview.live")}>
      <h2>{say("write.preview.title")}</h2>
      <Html html={html} />
    </section>
  );
}
