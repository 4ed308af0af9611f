/** What the buttons below a post ask for. All of them stand in one form, which says what is pressed already. */
import { WrongForm } from "../refusals.ts";

/** What somebody has pressed below a post; null where there is nothing to press. */
export interface Pressed {
  worth: boolean | null;
  /** 1 agrees, -1 disagrees. */
  agree: -1 | 0 | 1;
  thanks: boolean | null;
  saved: boolean | null;
}

export type Press = keyof Pressed;

/** What most find below a post of others. */
export const nothingPressed: Pressed = { worth: false, agree: 0, thanks: false, saved: false };

/** As many bytes as it takes to say what is pressed. */
export const HAVE_BYTES = 8;

const letterOf = (state: boolean | null) => (state === null ? "-" : state ? "1" : "0");

/** What is pressed, as the form carries it and the stylesheet reads it: always HAVE_BYTES letters, such as w1a+t0s0. */
export const writeHave = ({ worth, agree, thanks, saved }: Pressed): string =>
  `w${letterOf(worth)}a${agree === 1 ? "+" : agree === -1 ? "-" : "0"}t${letterOf(thanks)}s${letterOf(saved)}`;

const places: Record<Press, number> = { worth: 1, agree: 3, thanks: 5, saved: 7 };

/** What a press asks its state to become: 1, 0, or -1 to disagree; undefined where the form does not ask for it. What the form says is pressed already is taken back. Throws WrongForm where it asks for anything else. */
export function pressedTo(form: URLSearchParams, name: Press): -1 | 0 | 1 | undefined {
  const asked = form.get(name);
  if (asked === null) return undefined;
  const isKnown = asked === "1" || asked === "0" || (asked === "-1" && name === "agree");
  if (!isKnown) throw new WrongForm({ "": { key: "reading.press.wrong" } });
  const wish = Number(asked) as -1 | 0 | 1;
  return wish === stateIn(form.get("have") ?? "", name) ? 0 : wish;
}

function stateIn(have: string, name: Press): -1 | 0 | 1 {
  const letter = have.charAt(places[name]);
  if (letter === "1" || letter === "+") return 1;
  return letter === "-" && name === "agree" ? -1 : 0;
}

/** The same for a press that knows only yes and no; throws WrongForm where the form does not ask for it. */
export function readPress(form: URLSearchParams, name: "thanks" | "saved"): boolean {
  const wish = pressedTo(form, name);
  if (wish === undefined) throw new WrongForm({ "": { key: "reading.press.wrong" } });
  return wish === 1;
}
