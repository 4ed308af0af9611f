/** The door for every write: reads the form, asks who sends it, runs the deed, and turns a refusal into its status with everything typed kept. */
import { createHash } from "node:crypto";
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { cannotWrite, isAway, orLeaveOut } from "#db/write.server.ts";
import { setFlash } from "./accounts/flash.server.ts";
import { knowledgeFields } from "./composing/kept-draft.ts";
import type { Forum, Visit } from "./context.server.ts";
import { takeText } from "./desk/templates.ts";
import { refuseSuspended } from "./moderation/refuse-suspended.server.ts";
import { Asked } from "./nudges/asked.ts";
import { AS_IT_IS, ASKED } from "./nudges/told.ts";
import type { Person } from "./permissions.ts";
import { type HandedBack, Refusal, TRY_AGAIN, WrongForm } from "./refusals.ts";
import type { Problems, Said } from "./strings/say.ts";

const MOST_FIELDS = 100;

/** What a deed's route is handed. */
export interface Received {
  db: Forum["db"];
  forum: Forum;
  visit: Visit;
  form: URLSearchParams;
  now: number;
}

/** Runs the deed with the form that was sent, and lets what follows from it follow while the answer goes out; a Refusal or WrongForm, or a question, comes back as the form with what was typed; so does a form that asks for a reason to start from. */
export async function receive<Answer>(
  { request, context }: ActionFunctionArgs,
  deed: (received: Received) => Promise<Answer>,
) {
  const { forum, visit } = context;
  const form = readForm(await request.text());
  const now = forum.now();
  try {
    refuseNul(form);
    await refuseSuspended(forum.db, visit.person, new URL(request.url).pathname, now);
    if (form.get("take") === "1") {
      const values = takeText(typedValues(form));
      visit.handedBack = { status: 200, values, problems: {}, refused: null };
      return data(visit.handedBack);
    }
    const answer = await deed({ db: forum.db, forum, visit, form, now });
    void forum.deliver();
    return answer;
  } catch (thrown) {
    const error = cannotWrite(thrown) ? refuseUnwritten(forum, thrown, request) : thrown;
    if (isAway(thrown)) {
      // Its page would wait for the database too, longer than the browser does: a response that is thrown runs no loader.
      visit.isAway = true;
      throw new Response(null, { status: 503 });
    }
    const handedBack = handBack(form, error);
    if (!handedBack) throw error;
    if (error instanceof WrongForm && error.cause) forum.reportError(error.cause, request.url);
    visit.handedBack = handedBack;
    if (error instanceof Refusal) visit.retryAfter = error.retryAfter;
    return data(handedBack, { status: handedBack.status });
  }
}

/** The fields of a form; throws an error page when there are more than any form of the forum has, for each costs time. */
function readForm(text: string): URLSearchParams {
  if (text.split("&", MOST_FIELDS + 1).length > MOST_FIELDS) {
    throw data({ said: { key: "form.too-many-fields" } satisfies Said }, { status: 413 });
  }
  return new URLSearchParams(text);
}

/** No engine but SQLite keeps NUL in a text, and no page can show it. */
function refuseNul(form: URLSearchParams) {
  const problems: Problems = {};
  for (const [name, value] of form) if (value.includes("\0")) problems[name] = { key: "form.nul" };
  if (Object.keys(problems).length > 0) throw new WrongForm(problems);
}

/** Whoever runs the forum is told what keeps it from writing; whoever wrote keeps the text and tries again. */
function refuseUnwritten(forum: Forum, error: unknown, request: Request): Refusal {
  forum.reportError(error, new URL(request.url).pathname);
  return new Refusal(503, { key: "refused.cannot-write" }, TRY_AGAIN);
}

function handBack(form: URLSearchParams, error: unknown): HandedBack | null {
  const values = typedValues(form);
  if (error instanceof Asked) return askBack(values, error);
  if (error instanceof WrongForm) {
    return { status: error.status, values, problems: error.problems, refused: null };
  }
  if (error instanceof Refusal) {
    return { status: error.status, values, problems: {}, refused: error.said };
  }
  return null;
}

const askBack = (values: HandedBack["values"], { nudge, advice, key }: Asked): HandedBack => ({
  ...{ status: 200, values: { ...values, key, [ASKED]: nudge.rule }, problems: {}, refused: null },
  ...{ nudge, advice },
});

/** What was typed, to be shown again: the first value of a field counts, here as in the deeds; passwords are not repeated. */
export function typedValues(form: URLSearchParams): Record<string, string> {
  // Without a prototype no field has a name that means something else.
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of form) if (!/password/.test(name)) values[name] ??= value;
  return { ...values };
}

/** The person who sends the form, or a refusal to sign in first. */
export function signedIn({ visit }: { visit: Visit }): Person {
  if (!visit.person) throw new Refusal(401, { key: "refused.sign-in" });
  return visit.person;
}

/** What makes two sendings one form: its hidden key, its address and all that was typed; null when it has no key. */
export function sendingOf(form: URLSearchParams, address: string): string | null {
  if (!form.get("key")) return null;
  const typed = new URLSearchParams(form);
  // They move on as the same words are saved or weighed, or tell which button was pressed.
  for (const name of [...knowledgeFields, AS_IT_IS, ASKED]) typed.delete(name);
  return createHash("sha256").update(`${address}\n${typed}`).digest("hex");
}

/** Goes on to an address of the forum, with a message shown there once. */
export async function goOn(
  { db, visit, now }: Received,
  location: string,
  message?: Said,
  headers?: HeadersInit,
) {
  // The deed is done: it goes on, if need be without a word.
  if (message && visit.sessionId) {
    await orLeaveOut(setFlash(db, visit.sessionId, message, { address: location, now }));
  }
  return redirect(location, { headers });
}

/** For a page that needs somebody signed in: sends others to sign in first, and back. A form that is handed back stays. */
export function signInFirst(visit: Visit, request: Request) {
  if (visit.person || visit.handedBack) return;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?next=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`);
}

/** Turns what a read or permission refused into the error page of its status; the visit, where it is given, learns when to try again. */
export async function orErrorPage<Answer>(
  read: () => Promise<Answer>,
  visit?: Visit,
): Promise<Answer> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (visit) visit.retryAfter = error.retryAfter;
    throw data({ said: error.said }, { status: error.status });
  }
}

/** Throws the error page on, except to a form that comes back: then null, for its text is what counts. Whoever wanted to go on with a draft there is led to its text. */
export function orTextKept(visit: Visit, request: Request, errorPage: unknown): null {
  if (cannotWrite(errorPage)) throw errorPage;
  if (visit.handedBack) return null;
  const key = new URL(request.url).searchParams.get("draft");
  throw key ? redirect(`/drafts/${encodeURIComponent(key)}?only=text`) : errorPage;
}
