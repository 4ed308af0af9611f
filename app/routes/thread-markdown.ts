import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readWholeThread } from "../exports/read-whole-thread.server.ts";
import { threadAsMarkdown } from "../exports/thread-as-markdown.ts";
import { say } from "../strings/say.ts";
import { readThreadId } from "../threads/thread-path.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db, origin } = context.forum;
  const after = new URL(request.url).searchParams.get("after");
  const whole = await readWholeThread(db, readThreadId(params.thread), after);
  const headers = { "Content-Type": "text/markdown; charset=utf-8" };
  if (!whole) return new Response(`${say("threads.not-found")}\n`, { status: 404, headers });
  if (whole.mergedIntoId !== null) return redirect(`/threads/${whole.mergedIntoId}.md`);
  return new Response(threadAsMarkdown(whole, origin), { headers });
}
