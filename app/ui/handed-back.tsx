/** On top of a form that comes back: why, and that nothing typed is lost. */
import type { HandedBack } from "../refusals.ts";
import { say, sayIt, sayRich } from "../strings/say.ts";
import { Linked } from "./linked.tsx";

interface HandedBackNoteProps {
  form: HandedBack | undefined;
  /** The form holds no text that could be lost. */
  isPress?: boolean;
}

export function HandedBackNote({ form, isPress = false }: HandedBackNoteProps) {
  if (!form) return null;
  const whole = form.problems[""];
  const count = Object.keys(form.problems).length;
  // Nothing is wrong with what asked for more.
  if (form.status === 200 && count === 0) return null;
  return (
    <div className="problem" role="alert" id="form-problem">
      {form.status === 401 ? (
        sayRich(isPress ? "write.sign-in-again.press" : "write.sign-in-again", {
          signin: (parts) => (
            <a key="in" href="/sign-in" target="_blank" rel="noopener">
              {parts}
            </a>
          ),
        })
      ) : form.refused ? (
        <Linked text={sayIt(form.refused)} />
      ) : whole ? (
        sayIt(whole)
      ) : (
        say("form.kept", { count })
      )}
    </div>
  );
}
