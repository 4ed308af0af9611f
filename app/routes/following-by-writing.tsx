import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { wishByWriting } from "../following/wish-by-writing.server.ts";
import { goOn, receive, signedIn } from "../receive.server.ts";
import { type HandedBack, WrongForm } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

/** There is nothing to read here but why a press was refused. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.visit.handedBack) throw redirect("/following");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    const follows = form.get("follows");
    if (follows !== "0" && follows !== "1") throw new WrongForm({ "": { key: "following.wrong" } });
    await wishByWriting(db, person, follows === "1", { now, limits: forum.limits });
    const turned = follows === "1" ? "on" : "off";
    return goOn(received, "/following", { key: `following.by-writing.turned.${turned}` });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("following.by-writing"), isPrivate: true });

export default function FollowingByWriting() {
  return (
    <main id="main">
      <h1>{say("following.by-writing")}</h1>
      <HandedBackNote form={useActionData<HandedBack>()} isPress />
      <p className="row">
        <a className="button" href="/following">
          {say("following.back")}
        </a>
      </p>
    </main>
  );
}
