/** A page with one form about one's own account, and the way back. */
import type { ReactNode } from "react";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";

interface AccountPageProps {
  title: string;
  lead: string;
  /** Where the form goes. */
  action: string;
  handedBack: HandedBack | undefined;
  /** What stands between the head and the form. */
  above?: ReactNode;
  children: ReactNode;
}

export function AccountPage(props: AccountPageProps) {
  const { title, lead, action, handedBack, above, children } = props;
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/account">{say("frame.account")}</a>
        </p>
        <h1>{title}</h1>
        <p className="prose">{lead}</p>
      </header>
      {above}
      <form className="form" method="post" action={action}>
        <HandedBackNote form={handedBack} />
        {children}
        <p>
          <button type="submit" className="button first">
            {say("accounts.save")}
          </button>
        </p>
      </form>
    </main>
  );
}

/** Asked before anything changes by which somebody could be locked out. */
export function PresentPassword({ handedBack }: { handedBack: HandedBack | undefined }) {
  return (
    <TextField
      name="present-password"
      type="password"
      label={say("accounts.field.present-password")}
      autoComplete="current-password"
      required
      handedBack={handedBack}
    />
  );
}
