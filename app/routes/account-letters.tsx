import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { readOwnAccount } from "../accounts/read-person.server.ts";
import { changeWish } from "../letters/change-wish.server.ts";
import { readWish } from "../letters/read-wish.server.ts";
import { readWish as readForm, USUAL } from "../letters/wish.ts";
import { WishForm } from "../letters/wish-form.tsx";
import { inZone, isZone, zoneNames } from "../letters/zone.ts";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say, sayRich } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const { person } = visit;
  const kept = { ...USUAL, nextAt: null, isChosen: false };
  const wish = person ? await readWish(forum.db, person.id) : kept;
  const email = person && (await readOwnAccount(forum.db, person)).emailState;
  const sends = Boolean(forum.mail);
  // By the clock that the letter goes by, which no script need know.
  const next = wish.nextAt === null ? null : inZone(wish.zone, wish.nextAt);
  return { wish, next, email, sends, isZoneGone: !isZone(wish.zone), zones: zoneNames() };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    await changeWish(db, person, readForm(form), { now, scale: forum.limits });
    return goOn(received, "/account/letters", { key: "letters.saved" });
  });
}

export const meta: MetaFunction = () => pageHead({ title: say("letters.title"), isPrivate: true });

const unreached = {
  none: "letters.no-address",
  unconfirmed: "letters.not-confirmed",
  bounced: "letters.bounced",
} as const;

export default function AccountLetters() {
  const { wish, next, email, sends, isZoneGone, zones } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  const why = email === "confirmed" ? null : unreached[email ?? "none"];
  const link = (parts: ReactNode[]) => (
    <a key="email" href="/account/email">
      {parts}
    </a>
  );
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/account">{say("frame.account")}</a>
        </p>
        <h1>{say("letters.title")}</h1>
        <p className="prose">{say("letters.lead")}</p>
        <p className="meta">
          {next === null ? say("letters.next.none") : say("letters.next", { at: next })}
        </p>
      </header>
      {!sends && <p className="box">{say("letters.none-sent")}</p>}
      {why && <p className="box">{sayRich(why, { email: link })}</p>}
      {isZoneGone && <p className="box">{say("letters.zone.gone", { zone: wish.zone })}</p>}
      <WishForm wish={wish} isChosen={wish.isChosen} zones={zones} handedBack={handedBack} />
    </main>
  );
}
