/** The forms for writing: a reply, a thread, an edit. Each is one POST; the preview is the same form sent elsewhere. */
import { type ReactNode, useState } from "react";
import type { HandedBack } from "../refusals.ts";
import { say, sayRich } from "../strings/say.ts";
import type { Found } from "../threads/similar.ts";
import { SimilarList } from "../threads/similar-list.tsx";
import { Optional, TextArea, TextField } from "../ui/field.tsx";
import { TITLE_LETTERS } from "./draft.ts";
import { DraftState } from "./draft-state.tsx";
import { Kinds, Problem } from "./kinds.tsx";
import { LivePreview } from "./live-preview.tsx";
import { type FormProps, filledWith, Sheet } from "./sheet.tsx";
import { TopicsField } from "./topics-field.tsx";

/** The text itself, with a live preview where script runs. */
function Body({
  label,
  rows,
  value,
  handedBack,
}: {
  label: string;
  rows: number;
  value?: string | undefined;
  handedBack?: HandedBack | undefined;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <TextArea
        name="body"
        label={label}
        rows={rows}
        value={value}
        handedBack={handedBack}
        onInput={setTyped}
        hint={sayRich("write.field.body.hint", {
          help: (parts) => (
            <a key="help" href="/help#markdown" target="_blank" rel="noopener">
              {parts}
            </a>
          ),
        })}
      />
      <DraftState />
      <LivePreview body={typed} />
    </>
  );
}

/** Whether the post that a form which comes back answers is one of its thread. */
export const isParentKnown = ({ status, problems }: HandedBack) =>
  status !== 404 && !problems.parent;

export function ReplyForm({
  parentId,
  body,
  ...form
}: FormProps & { parentId: number | null; body?: string | undefined }) {
  const handedBack = filledWith(form);
  const shown = parentId === null ? undefined : String(parentId);
  const parent =
    handedBack && !isParentKnown(handedBack) ? shown : (handedBack?.values.parent ?? shown);
  return (
    <Sheet {...form} hidden={{ parent }} submit={say("write.reply")}>
      <Problem name="parent" handedBack={handedBack} />
      <Kinds handedBack={handedBack} />
      <Body label={say("write.field.body.reply")} rows={8} value={body} handedBack={handedBack} />
    </Sheet>
  );
}

export function ThreadForm({
  topicNames,
  chosenTopics,
  similar,
  ...form
}: FormProps & {
  topicNames: string[];
  chosenTopics?: string;
  similar?: Found | null | undefined;
}) {
  const handedBack = filledWith(form);
  return (
    <Sheet {...form} submit={say("write.begin")}>
      <TitleField handedBack={handedBack} />
      <SimilarList found={similar} />
      <Body label={say("write.field.body")} rows={12} handedBack={handedBack} />
      <TopicsField topicNames={topicNames} handedBack={handedBack} value={chosenTopics} />
      <More title={say("write.more.thing")} names={["url", "quote"]} handedBack={handedBack}>
        <TextField
          name="url"
          type="url"
          label={say("write.field.url")}
          hint={say("write.field.url.hint")}
          handedBack={handedBack}
        />
        <TextArea
          name="quote"
          rows={3}
          label={say("write.field.quote")}
          hint={say("write.field.quote.hint")}
          handedBack={handedBack}
        />
      </More>
      <More
        title={say("write.more.author")}
        names={["disclosure", "norms"]}
        handedBack={handedBack}
      >
        <TextField
          name="disclosure"
          label={say("write.field.disclosure")}
          hint={say("write.field.disclosure.hint")}
          handedBack={handedBack}
        />
        <TextField
          name="norms"
          label={say("write.field.norms")}
          hint={say("write.field.norms.hint")}
          handedBack={handedBack}
        />
      </More>
    </Sheet>
  );
}

export function EditForm({
  body,
  version,
  opening,
  topicNames,
  ...form
}: FormProps & {
  body: string;
  version: number;
  /** Of an opening post: the thread's title, and its topics where those may be changed as well. */
  opening: { title: string; topics: string | null } | null;
  topicNames: string[];
}) {
  const handedBack = filledWith(form);
  // After a conflict the form goes on from the newer version, which its writer has now seen.
  const shown = handedBack && handedBack.status !== 409 ? handedBack.values.version : undefined;
  return (
    <Sheet {...form} hidden={{ version: shown ?? String(version) }} submit={say("write.save")}>
      {opening && <TitleField handedBack={handedBack} value={opening.title} />}
      {opening && opening.topics !== null && (
        <TopicsField topicNames={topicNames} handedBack={handedBack} value={opening.topics} />
      )}
      <Body label={say("write.field.body")} rows={12} value={body} handedBack={handedBack} />
    </Sheet>
  );
}

/** Fields that are not needed, folded away until one of them holds something. */
function More({
  title,
  names,
  handedBack,
  children,
}: {
  title: string;
  names: string[];
  handedBack: HandedBack | undefined;
  children: ReactNode;
}) {
  const isUsed = names.some((name) => handedBack?.values[name] || handedBack?.problems[name]);
  return (
    <details className="more" open={isUsed}>
      <summary>
        {title} <Optional />
      </summary>
      {children}
    </details>
  );
}

interface GivenField {
  handedBack: HandedBack | undefined;
  value?: string;
}

function TitleField(given: GivenField) {
  return (
    <TextField
      {...given}
      name="title"
      label={say("write.field.title")}
      hint={say("write.field.title.hint", { most: TITLE_LETTERS })}
    />
  );
}
