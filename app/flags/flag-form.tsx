/** The form of a flag, beside the post that it is about. */
import { type RefObject, useEffect, useRef } from "react";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea, TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { Html } from "../ui/html.tsx";
import { NOTE_LETTERS } from "./flag-draft.ts";
import { ReasonChoices, type RuleName } from "./reason-choices.tsx";

interface FlagFormProps {
  postId: number;
  html: string;
  rules: readonly RuleName[];
  own: { reason: string; passage: string | null; note: string } | null;
  /** What was selected before. */
  passage: string;
  handedBack: HandedBack | undefined;
}

export function FlagForm({ postId, html, rules, own, passage, handedBack }: FlagFormProps) {
  const text = useRef<HTMLDivElement>(null);
  useTakesSelection(text);
  return (
    <>
      <section className="box" aria-labelledby="the-post">
        <h2 id="the-post">{say("flags.post")}</h2>
        <div ref={text}>
          {html ? <Html html={html} /> : <p className="gone">{say("flags.no-text")}</p>}
        </div>
      </section>
      <form className="form" method="post" action={`/posts/${postId}/flag`}>
        <HandedBackNote form={handedBack} />
        <ReasonChoices rules={rules} chosen={own?.reason ?? ""} handedBack={handedBack} />
        <TextArea
          name="passage"
          label={say("flags.passage")}
          hint={say("flags.passage.hint")}
          rows={3}
          value={passage || (own?.passage ?? "")}
          handedBack={handedBack}
        />
        <TextField
          name="note"
          label={say("flags.note")}
          hint={say("flags.note.hint", { most: NOTE_LETTERS })}
          value={own?.note}
          autoComplete="off"
          handedBack={handedBack}
        />
        <p className="row">
          <button type="submit" className="button first">
            {say(own ? "flags.change" : "flags.do")}
          </button>
          {own && (
            <button type="submit" className="button" name="take-back" value="1" formNoValidate>
              {say("flags.take-back")}
            </button>
          )}
          <a className="plain" href={`/posts/${postId}`}>
            {say("threads.back")}
          </a>
        </p>
      </form>
    </>
  );
}

/** Where scripts run, what is selected in the post goes into the field of the passage. */
function useTakesSelection(text: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    function take() {
      const selection = getSelection();
      const field = document.querySelector<HTMLTextAreaElement>("textarea#passage");
      if (!selection || selection.isCollapsed || !field) return;
      const isInside = [selection.anchorNode, selection.focusNode].every((node) =>
        text.current?.contains(node),
      );
      if (isInside) field.value = selection.toString().trim();
    }
    document.addEventListener("selectionchange", take);
    return () => document.removeEventListener("selectionchange", take);
  }, [text]);
}
