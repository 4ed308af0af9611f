/** The page of a press that was refused: why, and the way back to the post. */
import { useActionData, useLoaderData } from "@remix-run/react";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";

export function PressRefused() {
  const { id } = useLoaderData<{ id: number | null }>();
  return (
    <main id="main">
      <h1>{say("reading.press.refused")}</h1>
      <HandedBackNote form={useActionData<HandedBack>()} isPress />
      <p className="row">
        <a className="button" href={id === null ? "/" : `/posts/${id}`}>
          {say(id === null ? "error.404.threads" : "reading.press.back")}
        </a>
      </p>
    </main>
  );
}
