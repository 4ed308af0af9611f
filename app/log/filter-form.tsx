/** What of the log to show: a form that asks, by its address. */
import { say } from "../strings/say.ts";
import { type Filters, hasFilters, offices, powerKinds } from "./filters.ts";
import { monthInWords } from "./month.ts";

interface FilterFormProps {
  filters: Filters;
  rules: readonly { number: number; title: string }[];
  /** The months that there are, the newest first. */
  months: readonly string[];
}

export function FilterForm({ filters, rules, months }: FilterFormProps) {
  return (
    <details className="more" open={hasFilters(filters)}>
      <summary>{say("log.filter.title")}</summary>
      <form className="form log-filters" method="get" action="/log">
        <Choice
          name="action"
          label={say("log.filter.kind")}
          value={filters.kind}
          choices={powerKinds.map((kind) => [kind, say(`log.kind.${kind as "post-removed"}`)])}
        />
        <Choice
          name="rule"
          label={say("log.filter.rule")}
          value={filters.rule === undefined ? undefined : String(filters.rule)}
          choices={rules.map(({ number, title }) => [
            String(number),
            say("log.rule", { rule: number, title }),
          ])}
        />
        <Choice
          name="office"
          label={say("log.filter.office")}
          value={filters.office}
          choices={offices.map((office) => [office, say(`log.office.short.${office}`)])}
        />
        <Choice
          name="month"
          label={say("log.filter.month")}
          value={filters.month}
          choices={months.map((month) => [month, monthInWords(month)])}
        />
        <Name name="by" label={say("log.filter.by")} value={filters.by} />
        <Name name="about" label={say("log.filter.about")} value={filters.about} />
        <p className="hint" id="log-hint">
          {say("log.filter.hint")}
        </p>
        <p className="row">
          <button type="submit" className="button">
            {say("log.filter.do")}
          </button>
          {hasFilters(filters) && (
            <a className="plain" href="/log">
              {say("log.filter.all")}
            </a>
          )}
        </p>
      </form>
    </details>
  );
}

interface FieldProps {
  name: string;
  label: string;
  value: string | undefined;
}

function Choice({
  name,
  label,
  value,
  choices,
}: FieldProps & { choices: readonly (readonly [string, string])[] }) {
  return (
    <div className="field">
      <label htmlFor={`log-${name}`}>{label}</label>
      <select id={`log-${name}`} name={name} defaultValue={value ?? ""}>
        <option value="">{say("log.filter.any")}</option>
        {choices.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

const Name = ({ name, label, value }: FieldProps) => (
  <div className="field">
    <label htmlFor={`log-${name}`}>{label}</label>
    <input
      type="text"
      id={`log-${name}`}
      name={name}
      defaultValue={value}
      aria-describedby="log-hint"
    />
  </div>
);
