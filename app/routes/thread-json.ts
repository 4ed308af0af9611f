import type { LoaderFunctionArgs } from "@remix-run/node";
import { readWholeThread } from "../exports/read-whole-thread.server.ts";
import { threadAsData } from "../exports/thread-as-data.ts";
import { readThreadId } from "../threads/thread-path.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db, origin } = context.forum;
  const after = new URL(request.url).searchParams.get("after");
  const whole = await readWholeThread(db, readThreadId(params.thread), after);
  if (!whole) return Response.json({ error: "not found" }, { status: 404 });
  return Response.json(threadAsData(whole, origin), {
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
}
