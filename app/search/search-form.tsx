/** The field for a search, and what can be asked. */
import { type MessageKey, say } from "../strings/say.ts";
import { LONGEST } from "./question.ts";

export function SearchForm({ asked, order }: { asked: string; order: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: React 18 does not know <search>.
    <form className="row seek" role="search" method="get" action="/search">
      <input
        type="search"
        name="q"
        defaultValue={asked}
        maxLength={LONGEST}
        dir="auto"
        autoCapitalize="none"
        enterKeyHint="search"
        aria-label={say("search.label")}
      />
      {order !== "match" && <input type="hidden" name="order" value={order} />}
      <button type="submit" className="button first">
        {say("search.button")}
      </button>
    </form>
  );
}

const examples: [string, MessageKey][] = [
  ["open licence", "search.how.words"],
  ['"open licence"', "search.how.phrase"],
  ["licence -permissive", "search.how.without"],
  ["by:Ada", "search.how.by"],
  ['topic:"open weights"', "search.how.topic"],
  ["since:2026-11-01", "search.how.since"],
  ["kind:evidence", "search.how.kind"],
];

/** What can be asked, with an example of each. */
export function HowToSearch() {
  return (
    <section className="prose" aria-labelledby="how">
      <h2 id="how">{say("search.how")}</h2>
      <dl className="search-how">
        {examples.map(([example, key]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{say(key)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
