/** People, each with the way to their role. */
import { say } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { PersonLine } from "./list-people.server.ts";

export const rolePath = (name: string) => `/admin/people/${encodeURIComponent(name)}`;

export function PeopleTable({ people }: { people: PersonLine[] }) {
  return (
    <div className="table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say("accounts.field.name")}</th>
            <th scope="col">{say("accounts.role")}</th>
            <th scope="col">{say("accounts.joined")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, role, joinedAt }) => (
            <tr key={id}>
              <th scope="row">
                <a href={rolePath(name)}>
                  <bdi>{name}</bdi>
                </a>
              </th>
              <td>{say(`accounts.role.${role}`)}</td>
              <td>
                <Time at={joinedAt} isDay />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
