/** Who may see and send the pages of administration. */
import type { Visit } from "../context.server.ts";
import { mayAdminister, type Person } from "../permissions.ts";
import { orErrorPage, signedIn, signInFirst } from "../receive.server.ts";
import { allow } from "../refusals.ts";

/** Shows the page to administrators: others are sent to sign in, or refused. A form that is handed back stays. */
export async function administratorsOnly(visit: Visit, request: Request): Promise<void> {
  signInFirst(visit, request);
  if (!visit.handedBack) await orErrorPage(async () => allow(mayAdminister(visit.person)));
}

/** The administrator who sends the form, or a refusal. */
export function administratorOf(sent: { visit: Visit }): Person {
  const person = signedIn(sent);
  allow(mayAdminister(person));
  return person;
}
