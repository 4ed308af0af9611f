/** What somebody may do about an act: appeal, or take it back. */

import { TemplateField } from "../desk/template-field.tsx";
import { REASON_MIN } from "../events/reason.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea, TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";

interface FormProps {
  id: number;
  handedBack?: HandedBack | undefined;
}

export function AppealForm({ id, handedBack }: FormProps) {
  return (
    <form className="form" method="post" action={`/log/${id}/appeal`}>
      <HandedBackNote form={handedBack} />
      <TextArea
        name="body"
        rows={6}
        label={say("log.appeal.body")}
        hint={say("log.appeal.hint")}
        handedBack={handedBack}
      />
      <p className="row">
        <button type="submit" className="button first">
          {say("log.appeal.do")}
        </button>
      </p>
    </form>
  );
}

export function UndoForm({ id, handedBack }: FormProps) {
  return (
    <form className="form" method="post" action={`/log/${id}/undo`}>
      <HandedBackNote form={handedBack} />
      <TextField
        name="reason"
        minLength={REASON_MIN}
        label={say("log.undo.reason")}
        hint={say("log.undo.hint")}
        handedBack={handedBack}
        required
      />
      <p className="row">
        <button type="submit" className="button">
          {say("log.undo.do")}
        </button>
      </p>
      <TemplateField acts={["undo"]} handedBack={handedBack} />
    </form>
  );
}

interface OwnOfActProps {
  id: number;
  mayAppeal: boolean;
  mayUndo: boolean;
  /** What its reader wrote when they appealed. */
  appealed: string | null;
}

/** On the page of the act itself. */
export function OwnOfAct({ id, mayAppeal, mayUndo, appealed }: OwnOfActProps) {
  return (
    <>
      {appealed && (
        <section className="page-section" aria-labelledby="own-appeal">
          <h2 id="own-appeal">{say("log.appeal.own")}</h2>
          <p className="quote" dir="auto">
            {appealed}
          </p>
        </section>
      )}
      {mayAppeal && (
        <section className="box" aria-labelledby="appeal-it">
          <h2 id="appeal-it">{say("log.appeal.title")}</h2>
          <p>{say("log.appeal.lead")}</p>
          <AppealForm id={id} />
        </section>
      )}
      {mayUndo && (
        <details className="more">
          <summary>{say("log.undo.title")}</summary>
          <p>{say("log.undo.lead")}</p>
          <UndoForm id={id} />
        </details>
      )}
    </>
  );
}
