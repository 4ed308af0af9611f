import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readIdCursor } from "../cursor.ts";
import { answerText } from "../exports/answer-text.server.ts";
import { readWholeThread } from "../exports/read-whole-thread.server.ts";
import { threadAsData } from "../exports/thread-as-data.ts";
import { readThreadVersion } from "../threads/read-version.server.ts";
import { readThreadId } from "../threads/thread-path.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db, origin } = context.forum;
  const id = readThreadId(params.thread) ?? 0;
  const after = new URL(request.url).searchParams.get("after");
  return answerText(db, request, {
    address: `/threads/${id}.json?after=${readIdCursor(after)}`,
    version: readThreadVersion(db, id),
    type: "application/json; charset=utf-8",
    async make() {
      const whole = await readWholeThread(db, id, after);
      if (!whole) return Response.json({ error: "not found" }, { status: 404 });
      if (whole.mergedIntoId !== null) return redirect(`/threads/${whole.mergedIntoId}.json`);
      return JSON.stringify(threadAsData(whole, origin));
    },
  });
}
