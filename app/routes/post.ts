import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "../composing/draft.ts";
import { placePath } from "../posts/post-place.ts";
import { readPost } from "../posts/read-post.server.ts";
import { orErrorPage } from "../receive.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const post = await orErrorPage(() => readPost(context.forum.db, readId(params.post ?? "")));
  return redirect(placePath({ ...post, id: post.thread_id }, post));
}

/** Shown never; an address of a page answers its refusal as one. */
export default function Post() {
  return null;
}
