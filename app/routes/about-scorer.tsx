import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MeasuredTables } from "../nudges/measured-tables.tsx";
import { TriedText } from "../nudges/tried-text.tsx";
import { type Tried, tryText } from "../nudges/try-text.server.ts";
import { PageView } from "../pages/page-view.tsx";
import { readPage } from "../pages/read-page.server.ts";
import { scorer } from "../pages/scorer.ts";
import { receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import measured from "../substance/measured.json";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const { origin, scorer: used } = context.forum;
  return { page: await readPage(scorer), isOn: used() !== undefined, origin };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => ({ tried: await tryText(received) }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({ title: scorer.title, canonical: `${data?.origin}/about/scorer` });

export default function AboutScorer() {
  const { page, isOn } = useLoaderData<typeof loader>();
  const answer = useActionData() as HandedBack | { tried: Tried } | undefined;
  const tried = answer && "tried" in answer ? answer.tried : null;
  const handedBack = answer && !("tried" in answer) ? answer : undefined;
  const form = (
    <>
      {!isOn && <p className="box">{say("scorer.off")}</p>}
      {tried && <TriedText tried={tried} />}
      {(isOn || handedBack) && <TryForm text={tried?.text} handedBack={handedBack} />}
    </>
  );
  return (
    <PageView
      page={page}
      ends={[
        {
          ...{ id: "measured", title: say("scorer.figures") },
          content: <MeasuredTables measured={measured} />,
        },
        { id: "try", title: say("scorer.try"), content: form },
      ]}
    />
  );
}

interface TryFormProps {
  text: string | undefined;
  handedBack: HandedBack | undefined;
}

function TryForm({ text, handedBack }: TryFormProps) {
  return (
    <form className="form" method="post" action="/about/scorer#try">
      <HandedBackNote form={handedBack} />
      <TextArea
        name="text"
        rows={6}
        label={say("scorer.field")}
        hint={say("scorer.field.hint")}
        value={text}
        handedBack={handedBack}
      />
      <p>
        <button type="submit" className="button first">
          {say("scorer.do")}
        </button>
      </p>
    </form>
  );
}
