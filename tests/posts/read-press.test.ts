import { expect, test } from "vitest";
import {
  HAVE_BYTES,
  nothingPressed,
  type Press,
  type Pressed,
  pressedTo,
  readPress,
  writeHave,
} from "#app/posts/read-press.ts";
import { WrongForm } from "#app/refusals.ts";

const cases: [form: string, press: Press, becomes: -1 | 0 | 1 | undefined][] = [
  // What a form without a state says is meant as it stands.
  ["worth=1", "worth", 1],
  ["worth=0", "worth", 0],
  ["agree=-1", "agree", -1],
  ["agree=0", "agree", 0],
  ["saved=1", "saved", 1],
  ["saved=1", "thanks", undefined],
  ["", "worth", undefined],
  // What is pressed already is taken back.
  ["worth=1&have=w0a0t0s0", "worth", 1],
  ["worth=1&have=w1a0t0s0", "worth", 0],
  ["agree=1&have=w1a0t0s0", "agree", 1],
  ["agree=1&have=w0a%2Bt0s0", "agree", 0],
  ["agree=-1&have=w0a%2Bt0s0", "agree", -1],
  ["agree=-1&have=w0a-t0s0", "agree", 0],
  ["agree=1&have=w0a-t0s0", "agree", 1],
  ["thanks=1&have=w1a%2Bt0s1", "thanks", 1],
  ["thanks=1&have=w0a0t1s0", "thanks", 0],
  ["saved=1&have=w-a0t-s1", "saved", 0],
  ["saved=1&have=w-a0t-s0", "saved", 1],
  // Where there is nothing to press, the deed says why not.
  ["worth=1&have=w-a0t-s0", "worth", 1],
  // A plus that was not written as one is a space: nothing is taken back by mistake.
  ["agree=1&have=w0a+t0s0", "agree", 1],
  // No state that could be read.
  ["worth=1&have=", "worth", 1],
  ["worth=1&have=1", "worth", 1],
];

test.each(cases)("a form of %s asks that %s become %s", (form, press, becomes) => {
  expect(pressedTo(new URLSearchParams(form), press)).toBe(becomes);
});

test.each([
  ["worth=2", "worth"],
  ["worth=-1", "worth"],
  ["worth=", "worth"],
  ["agree=2", "agree"],
  ["agree=1.0", "agree"],
  ["saved=yes", "saved"],
  ["thanks=-1&have=w0a0t0s0", "thanks"],
] as const)("a form of %s is refused", (form, press) => {
  expect(() => pressedTo(new URLSearchParams(form), press)).toThrow(WrongForm);
});

test("a form of thanks or keeping that asks for neither is refused", () => {
  expect(() => readPress(new URLSearchParams("have=w0a0t0s0"), "thanks")).toThrow(WrongForm);
  expect(readPress(new URLSearchParams("thanks=1&have=w0a0t0s0"), "thanks")).toBe(true);
  expect(readPress(new URLSearchParams("saved=1&have=w0a0t0s1"), "saved")).toBe(false);
});

test("whatever is pressed is written in eight letters, and the same press then takes it back", () => {
  const states = [true, false, null];
  for (const worth of states) {
    for (const agree of [-1, 0, 1] as const) {
      for (const thanks of states) {
        for (const saved of states) {
          const have = writeHave({ worth, agree, thanks, saved });
          expect(Buffer.byteLength(have)).toBe(HAVE_BYTES);
          const to = (name: Press, value: number) =>
            pressedTo(new URLSearchParams({ have, [name]: String(value) }), name);
          expect(to("worth", 1)).toBe(worth ? 0 : 1);
          expect(to("agree", 1)).toBe(agree === 1 ? 0 : 1);
          expect(to("agree", -1)).toBe(agree === -1 ? 0 : -1);
          expect(to("thanks", 1)).toBe(thanks ? 0 : 1);
          expect(to("saved", 1)).toBe(saved ? 0 : 1);
        }
      }
    }
  }
  expect(writeHave(nothingPressed satisfies Pressed)).toBe("w0a0t0s0");
});
