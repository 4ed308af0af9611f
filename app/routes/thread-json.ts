import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readWholeThread } from "../exports/read-whole-thread.server.ts";
import { threadAsData } from "../exports/thread-as-data.ts";
import { readThreadId } from "../threads/thread-path.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db, origin } = context.forum;
  const after = new URL(request.url).searchParams.get("after");
  const whole = await readWholeThread(db, readThreadId(params.thread), after);
  if (!whole) return Response.json({ error: "not found" }, { status: 404 });
  if (whole.mergedIntoId !== null) return redirect(`/threads/${whole.mergedIntoId}.json`);
  return Response.json(threadAsData(whole, origin), {
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
}
