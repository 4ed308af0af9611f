import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LogLine } from "../administration/log-line.tsx";
import { readLog } from "../events/read-log.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, origin } = context.forum;
  const after = new URL(request.url).searchParams.get("after");
  const { entries, next } = await readLog(db, after);
  return { entries, older: next && `/log?after=${next}`, isEnd: after !== null, origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({
    title: say("log.title"),
    description: say("log.description"),
    canonical: `${data?.origin}/log`,
    next: data?.older,
  });

export default function Log() {
  const { entries, older, isEnd } = useLoaderData<typeof loader>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("log.title")}</h1>
        <p className="prose">{say("log.lead")}</p>
      </header>
      {entries.length === 0 && <Nothing isEnd={isEnd} />}
      {entries.length > 0 && (
        <ol>
          {entries.map((entry) => (
            <LogLine key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {older && (
        <p className="pages">
          <a className="button" rel="next" href={older}>
            {say("log.older")}
          </a>
        </p>
      )}
    </main>
  );
}

function Nothing({ isEnd }: { isEnd: boolean }) {
  if (isEnd) return <p className="gone">{say("log.end")}</p>;
  return (
    <section className="box" aria-labelledby="nothing">
      <h2 id="nothing">{say("log.empty.title")}</h2>
      <div className="prose">
        <p>{say("log.empty.text")}</p>
      </div>
    </section>
  );
}
