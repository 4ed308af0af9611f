/** The form for writing that goes to an address, with what was typed into it. */
import type { HandedBack } from "../refusals.ts";
import type { Found } from "../threads/similar.ts";
import { EditForm, ReplyForm, ThreadForm } from "./composer.tsx";
import { readPlace } from "./place.ts";

interface FormOfProps {
  action: string;
  formKey: string;
  handedBack: HandedBack | undefined;
  topicNames: string[];
  similar?: Found | null | undefined;
}

export function FormOf({ topicNames, similar, ...given }: FormOfProps) {
  const place = readPlace(given.action);
  if (place?.form === "thread") {
    return <ThreadForm {...given} topicNames={topicNames} similar={similar} />;
  }
  if (place?.form !== "edit") return <ReplyForm {...given} parentId={null} />;
  const isOpening = given.handedBack?.values.title !== undefined;
  return (
    <EditForm
      {...given}
      body=""
      version={1}
      opening={isOpening ? { title: "", topics: place.isAsked ? null : "" } : null}
      topicNames={topicNames}
    />
  );
}
