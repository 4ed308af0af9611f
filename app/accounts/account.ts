/** The forms of an account, read: what was typed becomes a draft, or problems by field. */
import type { Problems, Said } from "#app/strings/say.ts";
import { weighName } from "../names/name.ts";
import { normaliseName } from "../names/name-key.ts";
import { readEmail } from "./email.ts";
import { isOverlong, normalisePassword, weighPassword } from "./password.ts";

export interface Form {
  get(name: string): unknown;
}
export type Read<Draft> =
  | { draft: Draft; problems?: undefined }
  | { draft?: undefined; problems: Problems };

export interface SignUpDraft {
  name: string;
  password: string;
  email: string | null;
  invitation: string | null;
}
export interface SignInDraft {
  name: string;
  password: string;
}
export interface PasswordDraft {
  present: string;
  password: string;
}
export interface EmailDraft {
  present: string;
  email: string | null;
}
export interface ProfileDraft {
  about: string;
}

export const ABOUT_MAX = 1000;

function read(form: Form, field: string): string {
  const typed = form.get(field);
  return typeof typed === "string" ? typed : "";
}

/** Reads the form of somebody who wants to join; every problem at once. `mayBeReserved` is for the demonstration's people. */
export function readSignUpDraft(form: Form, { mayBeReserved = false } = {}): Read<SignUpDraft> {
  const name = read(form, "name");
  const password = read(form, "password");
  const email = readOptionalEmail(form);
  return settle(
    {
      name: weighName(name, mayBeReserved),
      password: weighPassword(password, normaliseName(name)),
      email: email.problem,
    },
    () => ({
      name: normaliseName(name),
      password: normalisePassword(password),
      email: email.email,
      invitation: read(form, "invitation").trim().slice(0, 100) || null,
    }),
  );
}

/** Reads the form of somebody who has joined; asks for no more than that there is something in it. */
export function readSignInDraft(form: Form): Read<SignInDraft> {
  const name = read(form, "name");
  const password = read(form, "password");
  return settle(
    {
      name: name.trim() ? null : { key: "accounts.name.missing" },
      password: password ? null : { key: "accounts.password.missing" },
    },
    () => ({ name: normaliseName(name), password: readPresent(password) }),
  );
}

/** Reads the form that changes a password: `present-password`, `password`. */
export function readPasswordDraft(form: Form, name: string): Read<PasswordDraft> {
  const present = read(form, "present-password");
  const password = read(form, "password");
  return settle(
    {
      "present-password": present ? null : { key: "accounts.password.present-missing" },
      password: weighPassword(password, name),
    },
    () => ({ present: readPresent(present), password: normalisePassword(password) }),
  );
}

/** Reads the form that changes an e-mail address: `present-password`, `email` (empty takes it away). */
export function readEmailDraft(form: Form): Read<EmailDraft> {
  const present = read(form, "present-password");
  const email = readOptionalEmail(form);
  return settle(
    {
      "present-password": present ? null : { key: "accounts.password.present-missing" },
      email: email.problem,
    },
    () => ({ present: readPresent(present), email: email.email }),
  );
}

/** Reads the form of a profile: `about`. */
export function readProfileDraft(form: Form): Read<ProfileDraft> {
  const about = read(form, "about").replace(/\r\n?/g, "\n").trim();
  return settle(
    {
      about:
        [...about.slice(0, ABOUT_MAX * 4)].length > ABOUT_MAX
          ? { key: "accounts.about.long", values: { most: ABOUT_MAX } }
          : about.includes("\0")
            ? { key: "form.nul" }
            : null,
    },
    () => ({ about }),
  );
}

/** A password to compare; one that nobody can have is nobody's. */
const readPresent = (password: string) => (isOverlong(password) ? "" : normalisePassword(password));

function readOptionalEmail(form: Form): { email: string | null; problem: Said | null } {
  const typed = read(form, "email").trim();
  if (!typed) return { email: null, problem: null };
  const answer = readEmail(typed);
  return "email" in answer
    ? { email: answer.email, problem: null }
    : { email: null, problem: answer.problem };
}

function settle<Draft>(found: Record<string, Said | null>, draft: () => Draft): Read<Draft> {
  const problems = Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, Said] => entry[1] !== null),
  );
  return Object.keys(problems).length > 0 ? { problems } : { draft: draft() };
}
