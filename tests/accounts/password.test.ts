import { expect, test } from "vitest";
import { normalisePassword, weighPassword } from "#app/accounts/password.ts";

test.each([
  "correct horse battery",
  "the cat sat on my modem",
  "Kartoffel-Regen-Brille",
  "x7#Kq!vR2m$w",
  "зелёный чай утром",
  "我今天早上喝了三杯绿茶然后去散步",
  "nine lemons under a bridge".repeat(9),
  "jf8s-3kd9-vm2p",
])("AC-053: %j is a good password", (password) => {
  expect(weighPassword(password, "Ada")).toBeNull();
});

test.each([
  ["", "missing"],
  ["short1!", "short"],
  ["eleven char", "short"],
  ["x".repeat(257), "long"],
  ["password1234", "common"],
  ["P@ssw0rd2026!", "common"],
  ["passwordpassword", "common"],
  ["aaaaaaaaaaaaaaaa", "common"],
  ["abcabcabcabcabc", "common"],
  ["abcdefghijklmnop", "common"],
  ["123456789012", "common"],
  ["987654321098", "common"],
  ["111122223333", "common"],
  ["qwertyuiop12", "common"],
  ["qwertyuiopasdfghjkl", "common"],
  ["1qaz2wsx3edc", "common"],
  ["q1w2e3r4t5y6", "common"],
  ["iloveyou1234", "common"],
  ["steelmanforum", "common"],
  ["SteelMan2026!", "common"],
  ["Summer2026!!", "common"],
  ["correcthorsebatterystaple", "common"],
  ["Ada Ada Ada Ada 1", "common"],
])("AC-053: %j is no password: %s", (password, why) => {
  expect(weighPassword(password, "Ada")?.key).toBe(`accounts.password.${why}`);
});

test.each(["liz.lightning bolts!", "LizLightning-abcqfh", "my l1z_l1ghtn1ng word"])(
  "AC-053: %j holds the name Liz.Lightning",
  (password) => {
    expect(weighPassword(password, "Liz.Lightning")?.key).toBe("accounts.password.has-name");
  },
);

test("AC-053: a password with NUL is refused in words", () => {
  expect(weighPassword("nine lemons\0 under a bridge", "Ada")?.key).toBe("form.nul");
});

test("AC-053: a password of a megabyte, and the slowest of 256, are weighed at once", () => {
  const began = performance.now();
  expect(weighPassword("a b".repeat(350_000), "Ada")?.key).toBe("accounts.password.long");
  for (const unit of ["ab", "abcde", "a1b2c3d4e5f6g7h8", "aaaaaaab", "1q2w"]) {
    weighPassword(unit.repeat(256).slice(0, 256), "Ada");
    weighPassword(`${unit.repeat(256).slice(0, 255)}!`, "Ada");
  }
  expect(performance.now() - began).toBeLessThan(200);
});

test("one password typed on two keyboards is one", () => {
  expect(normalisePassword("cafe\u0301 ｃ")).toBe(normalisePassword("café c"));
});
