/** Letters, a row each. */
import { say } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { LetterLine } from "./read-letters.server.ts";

export function LettersTable({ letters }: { letters: LetterLine[] }) {
  return (
    <div className="table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say("letters.admin.subject")}</th>
            <th scope="col">{say("letters.admin.to")}</th>
            <th scope="col">{say("letters.admin.made")}</th>
            <th scope="col">{say("letters.admin.state")}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map(({ id, kind, subject, address, madeAt, state, failure }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/admin/letters/${id}`}>
                  {subject ?? say("letters.admin.subject.none", { kind })}
                </a>
              </th>
              <td>{address}</td>
              <td>
                <Time at={madeAt} />
              </td>
              <td>
                {say(`letters.admin.state.${state}`)}
                {failure && <span className="hint"> {failure}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
