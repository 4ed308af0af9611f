import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personPath } from "../accounts/person-link.tsx";
import { readOwnAccount } from "../accounts/read-person.server.ts";
import { SignOutForm } from "../accounts/sign-out-form.tsx";
import { countDrafts } from "../composing/read-drafts.server.ts";
import { countThanks } from "../posts/count-thanks.server.ts";
import { signedIn, signInFirst } from "../receive.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";
import { Time } from "../ui/time.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const person = signedIn(context);
  const { email, emailState, about } = await readOwnAccount(forum.db, person);
  const drafts = await countDrafts(forum.db, person);
  const { name, role, joinedAt } = person;
  const thanked = await countThanks(forum.db, person.id);
  return { name, role, joinedAt, email, emailState, hasAbout: about !== "", drafts, thanked };
}

export const meta: MetaFunction = () => pageHead({ title: say("frame.account"), isPrivate: true });

export default function Account() {
  const { name, role, joinedAt, email, emailState, hasAbout, drafts, thanked } =
    useLoaderData<typeof loader>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("frame.account")}</h1>
      </header>
      <dl className="pairs">
        <dt>{say("accounts.field.name")}</dt>
        <dd>
          <a href={personPath(name)}>
            <bdi>{name}</bdi>
          </a>
        </dd>
        <dt>{say("accounts.role")}</dt>
        <dd>{say(`accounts.role.${role}`)}</dd>
        <dt>{say("accounts.joined")}</dt>
        <dd>
          <Time at={joinedAt} isDay />
        </dd>
        <dt>{say("accounts.field.about")}</dt>
        <dd>
          <a href="/account/profile">
            {say(hasAbout ? "accounts.about.change" : "accounts.about.write")}
          </a>
        </dd>
        <dt>{say("accounts.field.email")}</dt>
        <dd>
          {email ?? say("accounts.email.none")}{" "}
          {emailState === "unconfirmed" && <em>{say("accounts.email.unconfirmed")}</em>}{" "}
          <a href="/account/email">
            {say(email ? "accounts.email.change" : "accounts.email.give")}
          </a>
        </dd>
        <dt>{say("letters.title")}</dt>
        <dd>
          <a href="/account/letters">{say("letters.see")}</a>
        </dd>
        <dt>{say("drafts.label")}</dt>
        <dd>
          <a href="/drafts">{say("drafts.count", { count: drafts })}</a>
        </dd>
        <dt>{say("accounts.field.password")}</dt>
        <dd>
          <a href="/account/password">{say("accounts.password.change")}</a>
        </dd>
        <dt>{say("accounts.sessions")}</dt>
        <dd>
          <a href="/account/sessions">{say("accounts.sessions.see")}</a>
        </dd>
        <dt>{say("mailbox.moderators")}</dt>
        <dd>
          <a href="/account/mailbox">{say("mailbox.see")}</a>
        </dd>
        <dt>{say("saved.title")}</dt>
        <dd>
          <a href="/saved">{say("accounts.saved.see")}</a>
        </dd>
        <dt>{say("following.title")}</dt>
        <dd>
          <a href="/following">{say("following.see")}</a>
        </dd>
        <dt>{say("standing.title")}</dt>
        <dd>
          <a href="/standing">{say("standing.see")}</a>
        </dd>
        <dt>{say("accounts.thanked")}</dt>
        <dd>
          {thanked.thanks > 0
            ? say("accounts.thanked.by", thanked)
            : say("accounts.thanked.nobody")}
        </dd>
      </dl>
      <hr />
      <SignOutForm />
    </main>
  );
}
