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
import { changeRule } from "../rules/change-rules.server.ts";
import { readRule } from "../rules/list-rules.server.ts";
import { readRuleChange } from "../rules/rule.ts";
import { RuleFields } from "../rules/rule-fields.tsx";
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
    const { draft, reason } = readRuleChange(form);
    const version = Number(form.get("version"));
    await changeRule(db, administrator, slug, draft, { reason, now, version });
    return goOn(received, "/admin/rules", { key: "rules.admin.changed" });
  });
}

const titleOf = (number: number) => say("rules.admin.change.title", { number });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageHead({ title: titleOf(data.position), isPrivate: true }) : [];

export default function AdminRule() {
  const rule = useLoaderData<typeof loader>();
  const { slug, title, body, position, changed_at } = rule;
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage path="/admin/rules" title={titleOf(position)}>
      {handedBack?.status === 409 && <RuleNow {...rule} />}
      <AdministrationForm
        action={`/admin/rules/${slug}`}
        submit={say("administration.save")}
        handedBack={handedBack}
      >
        <input type="hidden" name="version" value={changed_at} />
        <RuleFields title={title} body={body} position={position} handedBack={handedBack} />
        <ReasonField handedBack={handedBack} />
      </AdministrationForm>
    </AdministrationPage>
  );
}
