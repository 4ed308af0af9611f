/** The topics of a thread: names with commas between, and, where script runs, a press for each. */
import { useEffect, useRef, useState } from "react";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { MOST_TOPICS } from "./draft.ts";

interface TopicsFieldProps {
  topicNames: string[];
  handedBack: HandedBack | undefined;
  value?: string | undefined;
}

export function TopicsField({ topicNames, ...given }: TopicsFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string[] | null>(null);
  const read = () => setChosen(namesIn(inputIn(field.current)?.value ?? ""));
  useEffect(() => setChosen(namesIn(inputIn(field.current)?.value ?? "")), []);

  function toggle(name: string) {
    const box = inputIn(field.current);
    if (!box) return;
    const names = namesIn(box.value);
    const others = names.filter((other) => !isSame(other, name));
    box.value = (others.length < names.length ? others : [...names, name]).join(", ");
    // Read here, and by whatever saves drafts.
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return (
    <div ref={field} onInput={read}>
      <TextField
        {...given}
        name="topics"
        label={say("write.field.topics")}
        hint={
          chosen
            ? say("write.field.topics.hint.short")
            : say("write.field.topics.hint", { names: topicNames.join(", ") })
        }
      />
      {chosen && (
        <fieldset className="chips" aria-label={say("write.field.topics.add")}>
          {topicNames.map((name) => {
            const isChosen = chosen.some((other) => isSame(other, name));
            return (
              <button
                key={name}
                type="button"
                aria-pressed={isChosen}
                disabled={!isChosen && chosen.length >= MOST_TOPICS}
                onClick={() => toggle(name)}
              >
                {name}
              </button>
            );
          })}
        </fieldset>
      )}
    </div>
  );
}

const inputIn = (field: HTMLElement | null) =>
  field?.querySelector<HTMLInputElement>("#topics") ?? null;

const namesIn = (text: string) =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
