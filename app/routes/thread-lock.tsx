import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { ModeratePage } from "../threads/moderate-page.tsx";
import { pageHead } from "../ui/page-head.ts";
import { moderateForm, receiveModeration } from "./thread-moderate.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return moderateForm(args, "lock");
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, (received) => receiveModeration(received, args.params.thread, "lock"));
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("threads.lock.title"), isPrivate: true });

export default function ThreadLock() {
  return (
    <ModeratePage {...useLoaderData<typeof loader>()} handedBack={useActionData<HandedBack>()} />
  );
}
