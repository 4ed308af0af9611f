/** A request to a page's loader or action, as the server hands it on: from a person of the cast, or from nobody. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { beginSession, readSession } from "#app/accounts/session.server.ts";
import type { Visit } from "#app/context.server.ts";
import type { Mail } from "#app/mail/mail.ts";
import type { Person } from "#app/permissions.ts";
import type { HandedBack } from "#app/refusals.ts";
import type { Scorer } from "#app/substance/scores.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";

export const ORIGIN = "https://forum.example";

type Fields = Record<string, string> | [string, string][];

interface Wished {
  /** Who asks; nobody when left out. */
  person?: Person | null;
  sessionId?: string | null;
  /** What the address's pattern stands for, such as the name in /people/:name. */
  params?: Record<string, string>;
  /** A form makes it a POST. */
  form?: Fields;
  cookie?: string;
  scorer?: Scorer | undefined;
  /** What hands letters to a mail server; none when left out. */
  mail?: Mail | null;
  /** Epoch seconds. */
  now?: number;
}

/** What Remix hands a loader or an action. */
export function visit(db: Db, path: string, wished: Wished = {}): ActionFunctionArgs {
  const {
    person = null,
    sessionId = null,
    params = {},
    form,
    cookie,
    scorer,
    mail = null,
    now = START,
  } = wished;
  const headers = new Headers(cookie ? { cookie } : {});
  const body = form && new URLSearchParams(form);
  const request = new Request(ORIGIN + path, { headers, ...(body && { method: "POST", body }) });
  const context = {
    forum: {
      db,
      origin: ORIGIN,
      limits: 1,
      mail,
      scorer: () => scorer,
      now: () => now,
      deliver: async () => {},
      reportError: (error: unknown) => {
        throw error;
      },
    },
    visit: {
      person,
      sessionId,
      flash: null,
      unreadCount: 0,
      muteCount: 0,
      address: "192.0.2.1",
      nonce: "",
      reference: null,
      isAway: false,
      handedBack: null,
    } satisfies Visit,
  };
  return { request, params, context };
}

/** Signs somebody of the cast in on one more browser. */
export async function signInAs(db: Db, person: Person, now = START) {
  const { token } = await beginSession(db, person.id, now);
  const session = await readSession(db, token, now);
  return { person, sessionId: session!.sessionId };
}

/** Where a page leads: its status and Location, whether it was returned or thrown. */
export async function leadsTo(
  page: Promise<unknown>,
): Promise<{ status: number; to: string | null }> {
  const answer = await page.catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw new Error(`leads nowhere: ${JSON.stringify(answer)}`);
  return { status: answer.status, to: answer.headers.get("Location") };
}

/** The form that comes back, with its status. */
export async function handedBack(page: Promise<unknown>): Promise<HandedBack> {
  const answer = (await page) as { data?: HandedBack };
  if (!answer.data?.values) throw new Error("The form did not come back.");
  return answer.data;
}

/** The error page that a page becomes: its status and the key of what it says. */
export async function errorPage(page: Promise<unknown>): Promise<{ status: number; key: string }> {
  const thrown = await page.then(
    () => null,
    (error: unknown) => error as { data: { said: { key: string } }; init: { status: number } },
  );
  if (!thrown?.init) throw new Error(`no error page: ${thrown}`);
  return { status: thrown.init.status, key: thrown.data.said.key };
}

/** How many rows each table has, to show that a refusal wrote nothing. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ["person", "password", "session", "device", "invitation"] as const) {
    counts[table] = (await db.selectFrom(table).selectAll().execute()).length;
  }
  for (const table of ["setting", "topic", "event"] as const) {
    counts[table] = (await db.selectFrom(table).selectAll().execute()).length;
  }
  return counts;
}
