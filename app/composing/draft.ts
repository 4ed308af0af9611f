/** What was typed into a form for a thread, a reply or an edit → a draft, or what is wrong with it. */
import type { PostKind } from "#db/schema.ts";
import { WrongForm } from "../refusals.ts";
import type { Problems } from "../strings/say.ts";
import { seenOf } from "../strings/seen.ts";

/** Longest body in bytes of UTF-8. */
export const BODY_BYTES = 32 * 1024;
export const TITLE_LETTERS = 150;
/** Fewer that are seen claim nothing. */
const LEAST_LETTERS = 3;
const URL_LETTERS = 2_000;
const QUOTE_LETTERS = 2_000;
export const NORMS_LETTERS = 600;
export const DISCLOSURE_LETTERS = 200;
export const MOST_TOPICS = 5;

export const POST_KINDS: readonly PostKind[] = [
  "reply",
  "question",
  "evidence",
  "correction",
  "tried",
];

export interface ReplyDraft {
  body: string;
  parentId: number | null;
  kind: PostKind;
}

export interface ThreadDraft {
  title: string;
  body: string;
  topics: string[];
  url: string | null;
  quote: string | null;
  disclosure: string | null;
  norms: string | null;
}

export interface EditDraft {
  body: string;
  version: number;
  /** Of an opening post only; null when the form has none. */
  title: string | null;
  topics: string[] | null;
}

/** The draft of a reply; throws WrongForm. */
export function readReplyDraft(form: URLSearchParams): ReplyDraft {
  const problems: Problems = {};
  const body = readBody(form, problems);
  const kind = (form.get("kind") || "reply") as PostKind;
  if (!POST_KINDS.includes(kind)) problems.kind = { key: "threads.kind.unknown" };
  if (!problems.body && kind === "reply" && isBareNod(body))
    problems.body = { key: "threads.body.nod" };
  const parent = form.get("parent") ?? "";
  const parentId = parent === "" ? null : readId(parent);
  if (parent !== "" && parentId === null) problems.parent = { key: "threads.parent.elsewhere" };
  finish(problems);
  return { body, parentId, kind };
}

/** The draft of a thread; throws WrongForm. */
export function readThreadDraft(form: URLSearchParams): ThreadDraft {
  const problems: Problems = {};
  const draft = {
    title: readTitle(form, problems),
    topics: readTopics(form, problems),
    body: readBody(form, problems),
    url: readUrl(form, problems),
    quote: readShort(form, "quote", QUOTE_LETTERS, problems),
    disclosure: readShort(form, "disclosure", DISCLOSURE_LETTERS, problems),
    norms: readShort(form, "norms", NORMS_LETTERS, problems),
  };
  if (draft.quote && !draft.url && !problems.url) problems.url = { key: "threads.url.of-quote" };
  finish(problems);
  return draft;
}

/** The draft of an edit; throws WrongForm. */
export function readEditDraft(form: URLSearchParams): EditDraft {
  const problems: Problems = {};
  const body = readBody(form, problems);
  const title = form.has("title") ? readTitle(form, problems) : null;
  const topics = form.has("topics") ? readTopics(form, problems) : null;
  const version = readId(form.get("version") ?? "");
  if (version === null) problems[""] = { key: "threads.version.missing" };
  finish(problems);
  return { body, version: version ?? 0, title, topics };
}

/** The one text of a form that posts nothing, such as a preview; throws WrongForm. */
export function readText(form: URLSearchParams, name: string): string {
  const problems: Problems = {};
  const text = readLong(form, name, problems);
  finish(problems);
  return text;
}

/** A whole number of an address or form, or null: no sign, no leading zero, within what a computer counts exactly. */
export function readId(text: string): number | null {
  if (!/^[1-9]\d{0,15}$/.test(text)) return null;
  const id = Number(text);
  return Number.isSafeInteger(id) ? id : null;
}

function finish(problems: Problems) {
  if (Object.keys(problems).length === 0) return;
  const isTooLong = Object.values(problems).some(({ key }) => key === "threads.body.too-long");
  throw new WrongForm(problems, isTooLong ? 413 : 422);
}

const readBody = (form: URLSearchParams, problems: Problems) => readLong(form, "body", problems);

/** A long text byte for byte. */
function readLong(form: URLSearchParams, name: string, problems: Problems) {
  const text = form.get(name) ?? "";
  const bytes = new TextEncoder().encode(text).length;
  if (seenOf(text) === "") problems[name] = { key: "threads.body.missing" };
  else if (bytes > BODY_BYTES) {
    problems[name] = {
      key: "threads.body.too-long",
      values: { kilobytes: Math.ceil((bytes - BODY_BYTES) / 102.4) / 10 },
    };
  }
  return text;
}

/** Says no more than that its writer was here; thanks and votes say that without a post. */
function isBareNod(body: string) {
  const words = body
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
  return /^(\++ ?\d*|this|so much this|same|same here|me too|agreed|i agree|first|bump|up)$/.test(
    words,
  );
}

/** The title of a form alone; throws WrongForm. */
export function demandTitle(form: URLSearchParams): string {
  const problems: Problems = {};
  const title = readTitle(form, problems);
  finish(problems);
  return title;
}

/** The topics of a form alone, by name; throws WrongForm. */
export function demandTopics(form: URLSearchParams): string[] {
  const problems: Problems = {};
  const topics = readTopics(form, problems);
  finish(problems);
  return topics;
}

/** A title as it is kept: on one line, each gap one space. */
export const plainTitle = (typed: string) => typed.replace(/[\s\p{Cc}]+/gu, " ").trim();

function readTitle(form: URLSearchParams, problems: Problems) {
  const title = plainTitle(form.get("title") ?? "");
  const letters = [...title].length;
  const seen = seenOf(title);
  if (!/[\p{L}\p{N}]/u.test(seen) || [...seen].length < LEAST_LETTERS)
    problems.title = { key: "threads.title.missing" };
  else if (letters > TITLE_LETTERS) {
    problems.title = { key: "threads.title.too-long", values: { most: TITLE_LETTERS, letters } };
  }
  return title;
}

function readTopics(form: URLSearchParams, problems: Problems) {
  const names = (form.get("topics") ?? "").split(",").map((name) => name.trim());
  const topics = [...new Set(names.filter((name) => name !== ""))];
  if (topics.length === 0) problems.topics = { key: "threads.topics.missing" };
  else if (topics.length > MOST_TOPICS) {
    problems.topics = { key: "threads.topics.too-many", values: { most: MOST_TOPICS } };
  }
  return topics;
}

function readUrl(form: URLSearchParams, problems: Problems) {
  const text = (form.get("url") ?? "").trim();
  if (text === "") return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    problems.url = { key: "threads.url.wrong" };
  } else if (text.length > URL_LETTERS) problems.url = { key: "threads.url.too-long" };
  return url?.href ?? null;
}

function readShort(form: URLSearchParams, name: string, most: number, problems: Problems) {
  const text = (form.get(name) ?? "").trim();
  if ([...text].length > most) problems[name] = { key: "threads.field.too-long", values: { most } };
  return seenOf(text) === "" ? null : text;
}
