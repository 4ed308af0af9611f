import type { ActionFunctionArgs } from "@remix-run/node";
import { keepDraft } from "../composing/keep-draft.server.ts";
import { rememberTold } from "../nudges/remember-told.server.ts";
import { receive, signedIn } from "../receive.server.ts";
import { sayIt } from "../strings/say.ts";

/** Saves what is typed, for the script that does so as somebody types. */
export async function action(args: ActionFunctionArgs) {
  const address = new URL(args.request.url).searchParams.get("for") ?? "";
  const answer = await receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    await rememberTold(received, person);
    const how = { address, now, limits: forum.limits, isWished: false };
    return { ...(await keepDraft(db, person, form, how)), savedAt: now };
  });
  if ("savedAt" in answer) return Response.json(answer);
  const { status, problems, refused } = answer.data;
  const said = refused ?? Object.values(problems)[0];
  return Response.json({ refused: said ? sayIt(said) : null }, { status });
}
