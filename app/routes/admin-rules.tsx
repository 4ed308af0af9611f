import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { ReasonField } from "../administration/fields.tsx";
import { goOn, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { addRule } from "../rules/change-rules.server.ts";
import { listRetiredRules, listRules } from "../rules/list-rules.server.ts";
import { readRuleChange } from "../rules/rule.ts";
import { RuleFields } from "../rules/rule-fields.tsx";
import { RuleText, ruleTitle } from "../rules/rule-text.tsx";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  return { rules: await listRules(forum.db), retired: await listRetiredRules(forum.db) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    const { draft, reason } = readRuleChange(form);
    await addRule(db, administrator, draft, { reason, now });
    return goOn(received, "/admin/rules", { key: "rules.admin.added" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("rules.admin.title"), isPrivate: true });

export default function AdminRules() {
  const { rules, retired } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage
      path="/admin/rules"
      title={say("rules.admin.title")}
      lead={say("rules.admin.lead")}
    >
      {rules.map((rule) => (
        <section key={rule.id} className="page-section" aria-labelledby={rule.slug}>
          <h2 id={rule.slug}>{ruleTitle(rule)}</h2>
          <RuleText rule={rule} />
          <p className="meta">
            <a href={`/admin/rules/${rule.slug}`}>
              {say("rules.admin.change")}
              <span className="unseen">
                {say("rules.admin.change-of", { number: rule.position })}
              </span>
            </a>
            <a href={`/admin/rules/${rule.slug}/retire`}>
              {say("rules.admin.retire")}
              <span className="unseen">
                {say("rules.admin.retire-of", { number: rule.position })}
              </span>
            </a>
          </p>
        </section>
      ))}
      {retired.length > 0 && (
        <section className="page-section" aria-labelledby="retired">
          <h2 id="retired">{say("rules.admin.retired-ones")}</h2>
          <ul>
            {retired.map(({ slug, title }) => (
              <li key={slug}>
                {title}{" "}
                <a href={`/admin/rules/${slug}/return`}>
                  {say("rules.admin.return")}
                  <span className="unseen">{say("rules.admin.return-of", { title })}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <hr />
      <section aria-labelledby="add">
        <h2 id="add">{say("rules.admin.add")}</h2>
        <AdministrationForm
          action="/admin/rules"
          submit={say("rules.admin.add")}
          handedBack={handedBack}
        >
          <RuleFields position={rules.length + 1} handedBack={handedBack} />
          <ReasonField handedBack={handedBack} />
        </AdministrationForm>
      </section>
    </AdministrationPage>
  );
}
