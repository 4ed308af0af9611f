/** What moderators did lately, how it held, and the press that undoes what one of them did. */
import { ReasonField } from "../administration/fields.tsx";
import type { HandedBack } from "../refusals.ts";
import { say, sayIt } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { Time } from "../ui/time.tsx";
import { WideTable } from "../ui/wide-table.tsx";
import type { ModeratorLine } from "./list-moderators.server.ts";
import { recordPath } from "./people.ts";

interface ModeratorsProps {
  moderators: readonly ModeratorLine[];
  breaker: { isTripped: boolean };
  handedBack: HandedBack | undefined;
}

/** Hours that an undoing may reach back. */
export const reaches = [1, 24, 168, 720] as const;

export function ModeratorsView({ moderators, breaker, handedBack }: ModeratorsProps) {
  return (
    <>
      <p className="box">{say(breaker.isTripped ? "moderators.tripped" : "moderators.holds")}</p>
      <WideTable label={say("moderators.lately")}>
        <caption>{say("moderators.lately")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("accounts.field.name")}</th>
            <th scope="col">{say("accounts.role")}</th>
            <th scope="col" className="num">
              {say("moderators.acts")}
            </th>
            <th scope="col" className="num">
              {say("moderators.reversed")}
            </th>
            <th scope="col">{say("moderators.latest")}</th>
          </tr>
        </thead>
        <tbody>
          {moderators.map(({ id, name, role, acts, decisions, reversed, latestAt }) => (
            <tr key={id}>
              <th scope="row">
                <a href={recordPath(name)}>
                  <bdi>{name}</bdi>
                </a>
              </th>
              <td>{say(`accounts.role.${role}`)}</td>
              <td className="num">{acts}</td>
              <td className="num">{say("moderators.reversed.of", { reversed, decisions })}</td>
              <td>{latestAt !== null && <Time at={latestAt} />}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <section className="page-section" aria-labelledby="undo">
        <h2 id="undo">{say("moderators.undo")}</h2>
        <p>{say("moderators.undo.lead")}</p>
        <UndoForm moderators={moderators} handedBack={handedBack} />
      </section>
    </>
  );
}

function UndoForm({ moderators, handedBack }: Omit<ModeratorsProps, "breaker">) {
  const problem = handedBack?.problems.moderator;
  const { moderator = "", hours = "24" } = handedBack?.values ?? {};
  return (
    <form className="form" method="post" action="/admin/moderators">
      <HandedBackNote form={handedBack} />
      <div className="field">
        <label htmlFor="moderator">{say("moderators.undo.whose")}</label>
        <select id="moderator" name="moderator" defaultValue={moderator}>
          <option value="">{say("moderation.decide.template.choose")}</option>
          {moderators.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {problem && <p className="problem">{sayIt(problem)}</p>}
      </div>
      <div className="field">
        <label htmlFor="hours">{say("moderators.undo.since")}</label>
        <select id="hours" name="hours" defaultValue={hours}>
          {reaches.map((reach) => (
            <option key={reach} value={reach}>
              {say("moderators.undo.hours", { hours: reach })}
            </option>
          ))}
        </select>
      </div>
      <ReasonField handedBack={handedBack} />
      <p>
        <button type="submit" className="button first">
          {say("moderators.undo.do")}
        </button>
      </p>
    </form>
  );
}
