import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationPage } from "../administration/administration-page.tsx";
import { administratorsOnly } from "../administration/administrators-only.server.ts";
import { OutcomesTable } from "../nudges/outcomes-table.tsx";
import { readOutcomes } from "../nudges/read-outcomes.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  return { months: await readOutcomes(forum.db), isOn: forum.scorer() !== undefined };
}

export const meta: MetaFunction = () => pageHead({ title: say("nudges.title"), isPrivate: true });

export default function AdminNudges() {
  const { months, isOn } = useLoaderData<typeof loader>();
  return (
    <AdministrationPage
      path="/admin/nudges"
      title={say("nudges.title")}
      lead={sayRich("nudges.lead", {
        scorer: (parts) => (
          <a key="scorer" href="/about/scorer">
            {parts}
          </a>
        ),
      })}
    >
      {!isOn && <p className="box">{say("nudges.off")}</p>}
      {months.length === 0 ? (
        <p className="gone">{say("nudges.none")}</p>
      ) : (
        <OutcomesTable months={months} />
      )}
      <p className="hint">{say("nudges.kept")}</p>
    </AdministrationPage>
  );
}
