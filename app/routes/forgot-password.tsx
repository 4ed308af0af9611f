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

export async function loader({ request }: LoaderFunctionArgs) {
  return { isSent: new URL(request.url).searchParams.has("sent") };
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
  const { isSent } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return isSent && !handedBack ? <Sent /> : <Ask handedBack={handedBack} />;
}

function Sent() {
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("letters.forgot.sent.title")}</h1>
        <p className="prose" role="status">
          {say("letters.forgot.sent")}
        </p>
        <p className="prose">{say("letters.forgot.sent.none")}</p>
      </header>
      <p>
        <a href="/forgot-password">{say("letters.reset.again")}</a>
      </p>
    </main>
  );
}

function Ask({ handedBack }: { handedBack: HandedBack | undefined }) {
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/sign-in">{say("frame.sign-in")}</a>
        </p>
        <h1>{say("letters.forgot.title")}</h1>
        <p className="prose">{say("letters.forgot.lead")}</p>
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
            {say("letters.forgot.send")}
          </button>
        </p>
      </form>
    </main>
  );
}
