/** What was typed into a form for writing → a draft to keep, or what is wrong with it. */
import { withPlainBreaks } from "../posts/difference.ts";
import { Refusal, WrongForm } from "../refusals.ts";
import type { Problems } from "../strings/say.ts";
import { readId } from "./draft.ts";
import { placeAddress, readPlace } from "./place.ts";

/** Open drafts of one person. */
export const MOST_DRAFTS = 100;
/** Drafts named beside a form that is not filled with them; more are found on the page of one's drafts. */
export const MOST_OTHERS = 3;
/** Bytes of UTF-8: more than any post holds, for a draft may still be cut. */
const BODY_BYTES = 128 * 1024;
const OTHER_BYTES = 16 * 1024;
/** Saves of one draft are never as many; a higher number is no version. */
const MOST_VERSIONS = 1_000_000_000;

/** What people type; a form with none of it is empty. */
const words = ["title", "body", "url", "quote", "disclosure", "norms"] as const;
const fields = [...words, "topics", "kind", "parent", "version"] as const;

export type DraftFields = Partial<Record<(typeof fields)[number], string>>;

/** What a page knows of its draft on the server. */
export interface Knowledge {
  /** The version that it was last told of; 0 for none. */
  version: number;
  /** Saves that it sent after that and heard nothing of. */
  ahead: number;
  /** Which page it is; null where no script saves. */
  page: string | null;
}

/** A draft as a form sends it. */
export interface KeptDraft extends Knowledge {
  key: string;
  /** The address of its form. */
  place: string;
  fields: DraftFields;
}

/** A draft as its form is sent, for good. */
export interface SentDraft extends Omit<KeptDraft, "place"> {
  newKey: string;
}

/** A draft as its form is filled with it again. */
export interface RestoredDraft {
  key: string;
  version: number;
  savedAt: number;
  values: DraftFields;
  /** The signal about which its writer was asked before posting. */
  asked?: string | undefined;
}

/** The hidden fields of a form that tell what its page knows. */
export const knowledgeFields = ["draft-version", "draft-ahead", "draft-page"] as const;

/** The key of a form when it is one of ours, or null. */
export function readDraftKey(text: string | null): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? "") ? text : null;
}

/** The draft of a form that goes to `address`; throws WrongForm, or Refusal 404 for a form that keeps none. */
export function readKeptDraft(form: URLSearchParams, address: string): KeptDraft {
  const place = readPlace(address);
  const key = readDraftKey(form.get("key"));
  if (!place || key === null) throw new Refusal(404, { key: "drafts.no-form" });
  if (place.form === "reply") place.parentId = readId(form.get("parent") ?? "");
  const problems: Problems = {};
  const typed = readTyped(form);
  for (const name of fields) {
    const most = name === "body" ? BODY_BYTES : OTHER_BYTES;
    if (new TextEncoder().encode(typed[name]).length > most) {
      problems[name] = { key: "drafts.too-long", values: { kilobytes: most / 1024 } };
    }
  }
  if (Object.keys(problems).length > 0) throw new WrongForm(problems, 413);
  return { key, place: placeAddress(place), ...readKnowledge(form), fields: typed };
}

/** The draft of a form that is sent, where it is one; what its page did not know of is kept under `newKey`. */
export function readSentDraft(form: URLSearchParams, newKey: string): SentDraft | null {
  const key = readDraftKey(form.get("key"));
  if (key === null) return null;
  return { key, newKey, ...readKnowledge(form), fields: readTyped(form) };
}

function readTyped(form: URLSearchParams): DraftFields {
  const typed: DraftFields = {};
  for (const name of fields) {
    const text = form.get(name);
    if (text !== null) typed[name] = withPlainBreaks(text);
  }
  return typed;
}

function readKnowledge(form: URLSearchParams): Knowledge {
  const count = (name: string) => Math.min(readId(form.get(name) ?? "") ?? 0, MOST_VERSIONS);
  const page = readDraftKey(form.get("draft-page"));
  return { version: count("draft-version"), ahead: count("draft-ahead"), page };
}

/** Whether what is stored is no news to a page: it was told of it, or wrote it itself and has not overtaken itself since. */
export const knows = (
  { version, ahead, page }: Knowledge,
  stored: { version: number; page: string | null },
) =>
  stored.version === version ||
  (page !== null && stored.page === page && stored.version <= version + ahead);

/** Whether nobody has typed anything. */
export const isEmpty = (typed: DraftFields) => words.every((name) => !/\S/.test(typed[name] ?? ""));

/** Whether one text holds all of another: the same, or the same with more written after it. */
export const holds = (whole: DraftFields, part: DraftFields) =>
  fields.every((name) => {
    const text = part[name] ?? "";
    return name === "body" ? (whole.body ?? "").startsWith(text) : (whole[name] ?? "") === text;
  });

/** A draft with a quotation after it, unless it holds that already. */
export function withQuote(draft: RestoredDraft, quote: string | undefined): RestoredDraft {
  const body = draft.values.body ?? "";
  if (!quote || body.includes(quote.trim())) return draft;
  const joined = body.trim() === "" ? quote : `${body.trimEnd()}\n\n${quote}`;
  return { ...draft, values: { ...draft.values, body: joined } };
}

/** The same in the same order, so that equal drafts are equal texts. */
export const writeFields = (typed: DraftFields) => JSON.stringify(typed, [...fields]);

export const readFields = (json: string) => JSON.parse(json) as DraftFields;
