import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { ReasonField } from "../administration/fields.tsx";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { retireRule } from "../rules/change-rules.server.ts";
import { readRule } from "../rules/list-rules.server.ts";
import { RuleNow } from "../rules/rule-text.tsx";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  return orErrorPage(() => readRule(forum.db, params.rule ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    const { slug } = await readRule(db, args.params.rule ?? "");
    const version = Number(form.get("version"));
    await retireRule(db, administrator, slug, { reason: form.get("reason") ?? "", now, version });
    return goOn(received, "/admin/rules", { key: "rules.admin.retired" });
  });
}

const titleOf = (number: number) => say("rules.admin.retire.title", { number });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageHead({ title: titleOf(data.position), isPrivate: true }) : [];

export default function AdminRuleRetire() {
  const rule = useLoaderData<typeof loader>();
  const { slug, title, position, changed_at } = rule;
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage
      path="/admin/rules"
      title={titleOf(position)}
      lead={say("rules.admin.retire.lead", { title })}
    >
      {handedBack?.status === 409 && <RuleNow {...rule} />}
      <AdministrationForm
        action={`/admin/rules/${slug}/retire`}
        submit={say("rules.admin.retire")}
        handedBack={handedBack}
      >
        <input type="hidden" name="version" value={changed_at} />
        <ReasonField handedBack={handedBack} />
      </AdministrationForm>
    </AdministrationPage>
  );
}
