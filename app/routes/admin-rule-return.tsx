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
import { returnRule } from "../rules/change-rules.server.ts";
import { readRetiredRule } from "../rules/list-rules.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  const { slug, title } = await orErrorPage(() => readRetiredRule(forum.db, params.rule ?? ""));
  return { slug, title };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    const { slug } = await readRetiredRule(db, args.params.rule ?? "");
    await returnRule(db, administrator, slug, { reason: form.get("reason") ?? "", now });
    return goOn(received, "/admin/rules", { key: "rules.admin.returned" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("rules.admin.return.title"), isPrivate: true });

export default function AdminRuleReturn() {
  const { slug, title } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage
      path="/admin/rules"
      title={say("rules.admin.return.title")}
      lead={say("rules.admin.return.lead", { title })}
    >
      <AdministrationForm
        action={`/admin/rules/${slug}/return`}
        submit={say("rules.admin.return")}
        handedBack={handedBack}
      >
        <ReasonField handedBack={handedBack} />
      </AdministrationForm>
    </AdministrationPage>
  );
}
