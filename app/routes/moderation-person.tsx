import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { ModerationPage } from "../desk/moderation-page.tsx";
import { moderatorsOnly } from "../desk/moderators-only.server.ts";
import { formsFor } from "../desk/person-act.ts";
import { PersonView } from "../desk/person-view.tsx";
import { readPersonPage } from "../desk/read-person-page.server.ts";
import { orErrorPage } from "../receive.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const moderator = await moderatorsOnly(visit, request);
  const page = await orErrorPage(() => readPersonPage(forum.db, params.name ?? ""));
  const isOwn = page.record.id === moderator?.id;
  return {
    ...{ page, forms: isOwn ? [] : formsFor(page.record, forum.now()) },
    waiting: await countWaiting(forum.db),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageHead({ title: data.page.record.name, isPrivate: true }) : [];

export default function ModerationPerson() {
  const { page, forms, waiting } = useLoaderData<typeof loader>();
  const title = say("moderation.person.title", { name: page.record.name });
  return (
    <ModerationPage title={title} here={null} waiting={waiting}>
      <PersonView page={page} forms={forms} handedBack={undefined} />
    </ModerationPage>
  );
}
