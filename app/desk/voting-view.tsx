/** Accounts that vote together, for whoever looks for one person with several: names alone, and no vote. */
import { say } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import { WideTable } from "../ui/wide-table.tsx";
import type { VotingAlike } from "./find-voting-together.server.ts";
import { recordPath } from "./people.ts";
import type { PersonPage } from "./read-person-page.server.ts";

interface VotingProps extends Pick<PersonPage, "together" | "voters"> {
  name: string;
}

export function VotingView({ name, together, voters }: VotingProps) {
  if (together.length === 0 && voters.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="voting">
      <h2 id="voting">{say("moderation.voting")}</h2>
      <p className="hint">{say("moderation.voting.lead")}</p>
      {together.length > 0 && (
        <Table caption={say("moderation.voting.together", { name })} rows={together} />
      )}
      {voters.length > 0 && (
        <Table caption={say("moderation.voting.for", { name })} rows={voters} />
      )}
    </section>
  );
}

function Table({ caption, rows }: { caption: string; rows: readonly VotingAlike[] }) {
  return (
    <WideTable label={caption}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say("accounts.field.name")}</th>
          <th scope="col">{say("accounts.joined")}</th>
          <th scope="col" className="num">
            {say("moderation.voting.level")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, level, joinedAt }) => (
          <tr key={name}>
            <th scope="row">
              <a href={recordPath(name)}>
                <bdi>{name}</bdi>
              </a>
            </th>
            <td>
              <Time at={joinedAt} isDay />
            </td>
            <td className="num">{level}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
