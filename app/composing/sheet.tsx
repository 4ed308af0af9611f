/** What all forms for writing share: their key, their buttons, and the draft that they are kept as. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { AdviceNote } from "../nudges/advice-note.tsx";
import { NudgeNote } from "../nudges/nudge-note.tsx";
import { ASKED } from "../nudges/told.ts";
import type { HandedBack } from "../refusals.ts";
import { say, sayRich } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { Time } from "../ui/time.tsx";
import { readId } from "./draft.ts";
import { knowledgeFields, type RestoredDraft } from "./kept-draft.ts";
import { Asking } from "./live-preview.tsx";
import { placeAddress, placeWith, readPlace } from "./place.ts";

export interface FormProps {
  /** Where the form goes. */
  action: string;
  /** Makes a second sending of this form the first one. */
  formKey: string;
  handedBack?: HandedBack | undefined;
  /** What somebody wrote here before and did not send. */
  draft?: RestoredDraft | null | undefined;
}

interface SheetProps extends FormProps {
  hidden?: Record<string, string | undefined>;
  submit: string;
  children: ReactNode;
}

/** What the fields hold: the form that comes back, else the draft. */
export function filledWith({ handedBack, draft }: FormProps): HandedBack | undefined {
  if (handedBack || !draft) return handedBack;
  const { key, version, values, asked } = draft;
  const known: Record<string, string> = asked === undefined ? {} : { [ASKED]: asked };
  const filled = { ...values, ...known, key, "draft-version": String(version) };
  return { status: 200, values: filled, problems: {}, refused: null };
}

export function Sheet(props: SheetProps) {
  const { action, formKey, handedBack, draft, hidden = {}, submit, children } = props;
  const filled = filledWith(props);
  const place = readPlace(action);
  const knowledge = Object.fromEntries(
    knowledgeFields.map((name) => [name, filled?.values[name] || undefined]),
  );
  const [asked, setAsked] = useState(filled?.values[ASKED] || undefined);
  const [isOld, setIsOld] = useState(false);
  const asking = useMemo(
    () => ({ asked, tellAsked: setAsked, whenLooked: () => setIsOld(true) }),
    [asked],
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Of another draft, in the same form, nothing was asked yet.
    const forget = () => setAsked(undefined);
    form.current?.addEventListener("draft-anew", forget);
    return () => form.current?.removeEventListener("draft-anew", forget);
  }, []);
  const preview = `/preview?for=${encodeURIComponent(action)}`;
  return (
    <form
      ref={form}
      className="form"
      method="post"
      action={action}
      data-compose={place ? (handedBack ? "kept" : draft ? "restored" : "") : undefined}
    >
      {handedBack && isRefused(handedBack) && <HandedBackNote form={handedBack} />}
      {!handedBack && draft && <RestoredNote draft={draft} action={action} />}
      <input type="hidden" name="key" value={filled?.values.key ?? formKey} />
      {Object.entries({ ...knowledge, ...hidden, [ASKED]: asked }).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {/* What Enter presses in a field of one line: the first button, which else would be one of the question's. */}
      <button type="submit" hidden />
      {place && !isOld && handedBack && <Notes handedBack={handedBack} />}
      <Asking.Provider value={asking}>{children}</Asking.Provider>
      <p className="row">
        <button type="submit" className="button first">
          {submit}
        </button>
        <button type="submit" className="button" formAction={preview}>
          {say("write.preview")}
        </button>
        {place && <KeepButton action={action} />}
      </p>
    </form>
  );
}

/** What the forum has to say of a text that was sent or looked at. */
function Notes({ handedBack: { nudge, advice } }: { handedBack: HandedBack }) {
  return (
    <>
      {nudge && <NudgeNote nudge={nudge} isNew />}
      <AdviceNote advice={advice} />
    </>
  );
}

/** A form is handed back with its preview too. */
const isRefused = ({ refused, problems }: HandedBack) =>
  refused !== null || Object.keys(problems).length > 0;

function KeepButton({ action }: { action: string }) {
  return (
    <>
      <button
        type="submit"
        className="button"
        formAction={`/drafts?for=${encodeURIComponent(action)}`}
      >
        {say("drafts.keep")}
      </button>
      <a className="plain" href="/drafts" target="_blank" rel="noopener">
        {say("drafts.link")}
      </a>
    </>
  );
}

function RestoredNote({ draft, action }: { draft: RestoredDraft; action: string }) {
  const place = readPlace(action);
  if (place?.form === "reply") place.parentId = readId(draft.values.parent ?? "");
  const address = place ? placeAddress(place) : action;
  return (
    <p className="draft-note">
      {sayRich("drafts.restored", {
        time: () => <Time key="time" at={draft.savedAt} />,
      })}{" "}
      <a href={placeWith(address, "afresh=1")}>{say("drafts.afresh")}</a>{" "}
      <span className="hint">{say("drafts.afresh.hint")}</span>
    </p>
  );
}
