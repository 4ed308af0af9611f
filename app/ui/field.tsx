/** A labelled field of a form, with its hint and what is wrong with it. */
import { type ReactNode, useState } from "react";
import type { HandedBack } from "../refusals.ts";
import { type Said, say, sayIt } from "../strings/say.ts";

interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  handedBack?: HandedBack | undefined;
  /** What stands in the field when nothing is handed back. */
  value?: string | undefined;
  minLength?: number;
}

interface InputProps extends FieldProps {
  type?: "text" | "password" | "email" | "url";
  autoComplete?: string;
  required?: boolean;
  list?: string;
}

/** What ties a field to its hint and its problem, for those who listen. */
export function describe(name: string, hint: ReactNode, problem: Said | undefined) {
  const by = [hint ? `${name}-hint` : "", problem ? `${name}-problem` : ""].filter(Boolean);
  return {
    "aria-describedby": by.join(" ") || undefined,
    "aria-invalid": problem ? true : undefined,
  };
}

function Around({ name, label, hint, handedBack, children }: FieldProps & { children: ReactNode }) {
  const problem = handedBack?.problems[name];
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {children}
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          {sayIt(problem)}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function TextField({ type = "text", autoComplete, required, list, ...field }: InputProps) {
  const { name, hint, handedBack, value, minLength } = field;
  return (
    <Around {...field}>
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        required={required}
        minLength={minLength}
        list={list}
        defaultValue={type === "password" ? undefined : (handedBack?.values[name] ?? value)}
        {...describe(name, hint, handedBack?.problems[name])}
      />
    </Around>
  );
}

export function TextArea({
  rows,
  onInput,
  ...field
}: FieldProps & { rows: number; onInput?: (text: string) => void }) {
  const { name, hint, handedBack, value, minLength } = field;
  const [typed] = useState(() => typedBefore(name));
  return (
    <Around {...field}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        minLength={minLength}
        dir="auto"
        defaultValue={typed ?? handedBack?.values[name] ?? value}
        onInput={onInput && ((event) => onInput(event.currentTarget.value))}
        {...describe(name, hint, handedBack?.problems[name])}
      />
    </Around>
  );
}

/** What somebody typed before the scripts came. React, which takes over the field, would put its first text back. */
function typedBefore(name: string): string | undefined {
  if (typeof document === "undefined") return undefined;
  return document.querySelector<HTMLTextAreaElement>(`textarea#${name}`)?.value;
}

/** The words "(if you like)" beside a label. */
export function Optional() {
  return <span className="hint"> {say("write.field.optional")}</span>;
}
