import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readIdCursor } from "../cursor.ts";
import { answerText } from "../exports/answer-text.server.ts";
import { readWholeThread } from "../exports/read-whole-thread.server.ts";
import { threadAsMarkdown } from "../exports/thread-as-markdown.ts";
import { say } from "../strings/say.ts";
import { readThreadVersion } from "../threads/read-version.server.ts";
import { readThreadId } from "../threads/thread-path.ts";

const type = "text/markdown; charset=utf-8";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db, origin } = context.forum;
  const id = readThreadId(params.thread) ?? 0;
  const after = new URL(request.url).searchParams.get("after");
  return answerText(db, request, {
    address: `/threads/${id}.md?after=${readIdCursor(after)}`,
    version: readThreadVersion(db, id),
    type,
    async make() {
      const whole = await readWholeThread(db, id, after);
      if (!whole) {
        const headers = { "Content-Type": type };
        return new Response(`${say("threads.not-found")}\n`, { status: 404, headers });
      }
      if (whole.mergedIntoId !== null) return redirect(`/threads/${whole.mergedIntoId}.md`);
      return threadAsMarkdown(whole, origin);
    },
  });
}
