/** The door of moderators' pages. */
import type { Visit } from "../context.server.ts";
import { mayModerate, type Person } from "../permissions.ts";
import { orErrorPage, type Received, signedIn, signInFirst } from "../receive.server.ts";
import { allow } from "../refusals.ts";

/** Sends whoever is not signed in to sign in, and throws the error page of 403 for everybody else who does not moderate. A form that comes back to somebody who may not is shown as it is. */
export async function moderatorsOnly(visit: Visit, request: Request): Promise<Person | null> {
  signInFirst(visit, request);
  if (visit.handedBack && !visit.person) return null;
  await orErrorPage(async () => allow(mayModerate(visit.person)));
  return visit.person;
}

/** The moderator who sends a form; throws Refusal 401 or 403. */
export function moderatorOf(received: Received): Person {
  const person = signedIn(received);
  allow(mayModerate(person));
  return person;
}
