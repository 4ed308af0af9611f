import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countWaiting } from "../desk/count-waiting.server.ts";
import { KeptWords } from "../desk/kept-words.tsx";
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
  if (!moderator) return null;
  const now = forum.now();
  const page = await orErrorPage(() => readPersonPage(forum.db, moderator, params.name ?? "", now));
  return {
    ...{ page, forms: formsFor(page.record, moderator) },
    waiting: await countWaiting(forum.db),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageHead({ title: data.page.record.name, isPrivate: true }) : [];

export default function ModerationPerson() {
  const data = useLoaderData<typeof loader>();
  if (!data) return <KeptWords handedBack={undefined} />;
  const { page, forms, waiting } = data;
  const title = say("moderation.person.title", { name: page.record.name });
  return (
    <ModerationPage title={title} here={null} waiting={waiting}>
      <PersonView page={page} forms={forms} handedBack={undefined} />
    </ModerationPage>
  );
}
