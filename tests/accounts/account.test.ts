import { expect, test } from "vitest";
import {
  readEmailDraft,
  readPasswordDraft,
  readProfileDraft,
  readSignInDraft,
  readSignUpDraft,
} from "#app/accounts/account.ts";
import { emailKey, readEmail } from "#app/accounts/email.ts";

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const GOOD = "nine lemons under a bridge";

test("somebody joins with a name and a password", () => {
  expect(readSignUpDraft(form({ name: " Liz.Lightning ", password: GOOD })).draft).toEqual({
    name: "Liz.Lightning",
    password: GOOD,
    email: null,
    invitation: null,
  });
});

test("an e-mail address and an invitation are welcome", () => {
  const fields = { name: "Liz", password: GOOD, email: "Liz@Lab.Example ", invitation: " abc " };
  expect(readSignUpDraft(form(fields)).draft).toMatchObject({
    email: "Liz@lab.example",
    invitation: "abc",
  });
});

test("every problem of a form is told at once, beside its field", () => {
  const { problems } = readSignUpDraft(form({ name: "a b", password: "short", email: "nowhere" }));
  expect(problems).toEqual({
    name: { key: "accounts.name.characters" },
    password: { key: "accounts.password.short", values: { least: 12 } },
    email: { key: "accounts.email.wrong" },
  });
});

test("an empty form is told what is missing", () => {
  expect(Object.keys(readSignUpDraft(form({})).problems!)).toEqual(["name", "password"]);
  expect(Object.keys(readSignInDraft(form({})).problems!)).toEqual(["name", "password"]);
  expect(Object.keys(readPasswordDraft(form({}), "Liz").problems!)).toEqual([
    "present-password",
    "password",
  ]);
});

test("a form that holds no text is read as empty", () => {
  const junk = { get: () => ({ length: 3 }) };
  expect(Object.keys(readSignUpDraft(junk).problems!)).toEqual(["name", "password"]);
});

test("signing in asks no more than that there is something in the form", () => {
  expect(readSignInDraft(form({ name: "ada", password: "x" })).draft).toEqual({
    name: "ada",
    password: "x",
  });
  expect(readSignInDraft(form({ name: "ada", password: "x".repeat(1e6) })).draft?.password).toBe(
    "",
  );
});

test.each([
  "ada@lab.example",
  "ada+forum@lab.example",
  "a.d.a@sub.lab.example",
  "o'hara@lab.example",
])("%j can be an e-mail address", (address) => {
  expect(readEmail(address)).toEqual({ email: address });
});

test.each([
  "ada",
  "@lab.example",
  "ada@",
  "ada@localhost",
  "ada@127.0.0.1",
  "a da@lab.example",
  "ada@lab..example",
  ".ada@lab.example",
  "ada@lab.example\nBcc: ben@lab.example",
  "adaı@lab.example",
  "ａda@lab.example",
  "<ada@lab.example>",
  "ada@lab.example/x",
  "ada@user:pass",
  `${"a".repeat(65)}@lab.example`,
  `ada@${"a.".repeat(200)}example`,
  "x".repeat(1e6),
])("AC-052: %.30j cannot", (address) => {
  expect(readEmail(address)).toEqual({ problem: { key: "accounts.email.wrong" } });
});

test("AC-052: capitals make no second address, a +tag does, and a domain is kept as the net knows it", () => {
  expect(emailKey("ADA@lab.example")).toBe(emailKey("ada@lab.example"));
  expect(emailKey("ada+x@lab.example")).not.toBe(emailKey("ada@lab.example"));
  expect(readEmail("ada@bücher.example")).toEqual({ email: "ada@xn--bcher-kva.example" });
});

test("an e-mail address may be taken away, with the present password", () => {
  expect(readEmailDraft(form({ email: "", "present-password": "x" })).draft).toEqual({
    email: null,
    present: "x",
  });
  expect(Object.keys(readEmailDraft(form({ email: "a" })).problems!)).toEqual([
    "present-password",
    "email",
  ]);
});

test("a profile holds a thousand characters, however many bytes they have", () => {
  expect(readProfileDraft(form({ about: "𝄞".repeat(1000) })).draft?.about).toHaveLength(2000);
  expect(readProfileDraft(form({ about: "x".repeat(1001) })).problems?.about?.key).toBe(
    "accounts.about.long",
  );
});
