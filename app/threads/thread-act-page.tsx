/** The page of an act on a thread: what it does, what it asks, and the reason that everybody reads. */

import type { ReactNode } from "react";
import { TemplateField } from "../desk/template-field.tsx";
import { REASON_MIN } from "../events/reason.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { threadPath } from "./thread-path.ts";

interface ThreadActPageProps {
  thread: { id: number; title: string; slug: string };
  title: string;
  text: string;
  /** The address that the form is sent to. */
  action: string;
  button: string;
  handedBack: HandedBack | undefined;
  /** The act that there is a reason to start from for. */
  act?: string;
  /** Fields above the reason. */
  children?: ReactNode;
}

export function ThreadActPage(props: ThreadActPageProps) {
  const { thread, title, text, action, button, act = "", handedBack, children } = props;
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href={threadPath(thread)}>{thread.title}</a>
        </p>
        <h1>{title}</h1>
        <p className="prose">{text}</p>
      </header>
      <form className="form" method="post" action={action}>
        <HandedBackNote form={handedBack} />
        {children}
        <TextField
          name="reason"
          minLength={REASON_MIN}
          label={say("threads.reason")}
          hint={say("threads.reason.hint")}
          handedBack={handedBack}
          required
        />
        <p className="row">
          <button type="submit" className="button first">
            {button}
          </button>
          <a className="plain" href={threadPath(thread)}>
            {say("threads.back")}
          </a>
        </p>
        <TemplateField acts={[act]} handedBack={handedBack} />
      </form>
    </main>
  );
}
