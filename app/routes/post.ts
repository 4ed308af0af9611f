import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { orErrorPage } from "../receive.server.ts";
import { readId } from "../threads/draft.ts";
import { placePath } from "../threads/post-place.ts";
import { readPost } from "../threads/read-post.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const post = await orErrorPage(() => readPost(context.forum.db, readId(params.post ?? "")));
  return redirect(placePath({ ...post, id: post.thread_id }, post));
}

/** Shown never; an address of a page answers its refusal as one. */
export default function Post() {
  return null;
}
