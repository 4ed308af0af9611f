/** The page of a press in the inbox that was refused: why, and the way back. */
import { useActionData } from "@remix-run/react";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";

export function NoticeRefused() {
  return (
    <main id="main">
      <h1>{say("inbox.refused")}</h1>
      <HandedBackNote form={useActionData<HandedBack>()} isPress />
      <p className="row">
        <a className="button" href="/inbox">
          {say("inbox.back")}
        </a>
      </p>
    </main>
  );
}
