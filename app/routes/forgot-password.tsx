import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { afterAnswer } from "../accounts/after-answer.server.ts";
import { askReset } from "../accounts/ask-reset.server.ts";
import { addressKey } from "../limits/address-key.ts";
import { spend } from "../limits/spend.server.ts";
import { receive } from "../receive.server.ts";
import { type HandedBack, WrongForm } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

/** Characters beyond which nothing is a name or an address. */
const LONGEST = 300;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const isSent = new URL(request.url).searchParams.has("sent");
  return { isSent, sends: Boolean(context.forum.mail) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async ({ db, forum, visit, form, now }) => {
    const typed = shortened(form.get("who")?.trim() ?? "");
    if (!typed) throw new WrongForm({ who: { key: "letters.forgot.missing" } });
    await spend(db, "reset.address", addressKey(visit.address), now, forum.limits);
    // Known or not: nothing of it is looked up before the answer has gone.
    const { origin, limits: scale, reportError } = forum;
    const asked = afterAnswer(() => askReset(db, typed, { origin, now, scale }), reportError);
    forum.goOn?.(asked);
    return redirect("/forgot-password?sent=1");
  });
}

/** A copy: a mere part would keep all that was sent, for as long as it waits. */
const shortened = (typed: string) => Buffer.from(typed.slice(0, LONGEST)).toString();

export const meta: MetaFunction = () =>
  pageHead({ title: say("letters.forgot.title"), isPrivate: true });

export default function ForgotPassword() {
  const { isSent, sends } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (!isSent || handedBack) return <Ask sends={sends} handedBack={handedBack} />;
  return <Sent about={sends ? "letters.forgot.sent" : "letters.forgot.none-sent"} />;
}

function Sent({ about }: { about: "letters.forgot.sent" | "letters.forgot.none-sent" }) {
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say(`${about}.title`)}</h1>
        <p className="prose" role="status">
          {say(about)}
        </p>
        {about === "letters.forgot.sent" && (
          <p className="prose">{say("letters.forgot.sent.none")}</p>
        )}
      </header>
      <p>
        <a href="/forgot-password">{say("letters.reset.again")}</a>
      </p>
    </main>
  );
}

function Ask({ sends, handedBack }: { sends: boolean; handedBack: HandedBack | undefined }) {
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/sign-in">{say("frame.sign-in")}</a>
        </p>
        <h1>{say("letters.forgot.title")}</h1>
        <p className="prose">
          {say(sends ? "letters.forgot.lead" : "letters.forgot.lead.none-sent")}
        </p>
      </header>
      <form className="form" method="post" action="/forgot-password">
        <HandedBackNote form={handedBack} />
        <TextField
          name="who"
          label={say("letters.forgot.field")}
          autoComplete="username"
          required
          handedBack={handedBack}
        />
        <p>
          <button type="submit" className="button first">
            {say(sends ? "letters.forgot.send" : "letters.forgot.make")}
          </button>
        </p>
      </form>
    </main>
  );
}
