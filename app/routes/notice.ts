import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { isOpened } from "../drawing/is-opened.ts";
import { describeNotices } from "../notices/describe-notices.server.ts";
import { findNotice } from "../notices/list-notices.server.ts";
import { markOpened } from "../notices/mark-read.server.ts";
import { placeOf } from "../notices/sentence.ts";
import { orErrorPage, signedIn, signInFirst } from "../receive.server.ts";
import { Refusal } from "../refusals.ts";

/** Leads to what a notice tells of; whoever is led has read it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const { id: personId } = signedIn(context);
  return orErrorPage(async () => {
    const row = await findNotice(forum.db, personId, readId(params.notice ?? ""));
    if (!row) throw new Refusal(404, { key: "inbox.not-found" });
    const reader = { id: personId, muteCount: visit.muteCount };
    const [notice] = await describeNotices(forum.db, reader, [row]);
    if (row.read_at === null && isOpened(request.method, request.headers.get("sec-purpose"))) {
      await markOpened(forum.db, personId, row.id, forum.now());
    }
    return redirect(notice!.state === "told" ? placeOf(notice!) : "/inbox");
  });
}

/** Shown never; an address of a page answers its refusal as one. */
export default function LedOn() {
  return null;
}
