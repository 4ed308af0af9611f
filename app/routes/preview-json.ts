import type { ActionFunctionArgs } from "@remix-run/node";
import { renderPreview } from "../composing/render-preview.server.ts";
import { lookOver } from "../nudges/look-over.server.ts";
import { receive } from "../receive.server.ts";
import { sayIt } from "../strings/say.ts";

export async function action(args: ActionFunctionArgs) {
  const address = new URL(args.request.url).searchParams.get("for") ?? "";
  const answer = await receive(args, async (received) => ({
    html: await renderPreview(received),
    ...(await lookOver(received, address, { isTyping: true })),
  }));
  if ("html" in answer) return Response.json(answer);
  const { status, problems, refused } = answer.data;
  const words = Object.entries(problems).map(([field, said]) => [field, sayIt(said)]);
  return Response.json(
    { problems: Object.fromEntries(words), refused: refused && sayIt(refused) },
    { status },
  );
}
