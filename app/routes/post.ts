import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { findShown } from "../posts/find-place.server.ts";
import { orErrorPage } from "../receive.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  return redirect(await orErrorPage(() => findShown(context.forum.db, readId(params.post ?? ""))));
}

/** Shown never; an address of a page answers its refusal as one. */
export default function Post() {
  return null;
}
