/** Invitations: a new one, shown once, and those made so far, without their codes. */
import type { ListedInvitation } from "../accounts/invitations.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { inWords, Time } from "../ui/time.tsx";

/** An invitation that was made just now. */
export interface Made {
  code: string;
  /** Where it is used. */
  address: string;
  expiresAt: number;
}

export function NewInvitation({ made }: { made: Made }) {
  return (
    <section className="box" aria-labelledby="made" role="status">
      <h2 id="made">{say("administration.invitations.made")}</h2>
      <p>
        {sayRich("administration.invitations.made.text", {
          day: inWords(made.expiresAt),
          time: () => <Time key="until" at={made.expiresAt} isDay />,
        })}
      </p>
      <dl className="pairs">
        <dt>{say("administration.invitations.address")}</dt>
        <dd>
          <code>{made.address}</code>
        </dd>
        <dt>{say("administration.invitations.code")}</dt>
        <dd>
          <code>{made.code}</code>
        </dd>
      </dl>
    </section>
  );
}

function Use({ invitation, now }: { invitation: ListedInvitation; now: number }) {
  const { usedBy, expiresAt } = invitation;
  if (usedBy) return <>{say("administration.invitations.used", { name: usedBy })}</>;
  const isOver = expiresAt <= now;
  return (
    <>{say(isOver ? "administration.invitations.ran-out" : "administration.invitations.waiting")}</>
  );
}

export function InvitationsTable({
  invitations,
  now,
}: {
  invitations: ListedInvitation[];
  /** Epoch seconds. */
  now: number;
}) {
  return (
    <section aria-labelledby="so-far">
      <h2 id="so-far">{say("administration.invitations.list")}</h2>
      {invitations.length === 0 && <p className="gone">{say("administration.invitations.none")}</p>}
      {invitations.length > 0 && (
        <div className="table">
          <table>
            <thead>
              <tr>
                <th scope="col">{say("administration.invitations.column.made")}</th>
                <th scope="col">{say("administration.invitations.column.by")}</th>
                <th scope="col">{say("administration.invitations.column.used")}</th>
              </tr>
            </thead>
            <tbody>
              {invitations.map((invitation) => (
                <tr key={invitation.id}>
                  <td>
                    <Time at={invitation.madeAt} />
                  </td>
                  <td>
                    <bdi>{invitation.madeBy}</bdi>
                  </td>
                  <td>
                    <Use invitation={invitation} now={now} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
