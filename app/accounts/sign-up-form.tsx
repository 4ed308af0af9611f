/** The form by which somebody joins. */

import { NAME_MAX, NAME_MIN } from "../names/name.ts";
import type { HandedBack } from "../refusals.ts";
import { say, sayRich } from "../strings/say.ts";
import { Optional, TextField } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { PASSWORD_MIN } from "./password.ts";

interface SignUpFormProps {
  action: string;
  /** The code to begin with while joining is by invitation; null while it is open. */
  invitation: string | null;
  handedBack: HandedBack | undefined;
}

export function SignUpForm({ action, invitation, handedBack }: SignUpFormProps) {
  return (
    <form className="form" method="post" action={action}>
      <HandedBackNote form={handedBack} />
      {invitation !== null && (
        <TextField
          name="invitation"
          label={say("accounts.field.invitation")}
          hint={say("accounts.field.invitation.hint")}
          value={invitation}
          autoComplete="off"
          required
          handedBack={handedBack}
        />
      )}
      <TextField
        name="name"
        label={say("accounts.field.name")}
        hint={say("accounts.field.name.hint", { least: NAME_MIN, most: NAME_MAX })}
        autoComplete="username"
        required
        handedBack={handedBack}
      />
      <TextField
        name="password"
        type="password"
        label={say("accounts.field.password")}
        hint={say("accounts.field.password.hint", { least: PASSWORD_MIN })}
        autoComplete="new-password"
        required
        handedBack={handedBack}
      />
      <TextField
        name="email"
        type="email"
        label={
          <>
            {say("accounts.field.email")}
            <Optional />
          </>
        }
        hint={say("accounts.field.email.hint")}
        autoComplete="email"
        handedBack={handedBack}
      />
      <p>
        <button type="submit" className="button first">
          {say("accounts.join")}
        </button>
      </p>
      <p className="hint">
        {sayRich("accounts.join.rules", {
          rules: (parts) => (
            <a key="rules" href="/rules">
              {parts}
            </a>
          ),
          privacy: (parts) => (
            <a key="privacy" href="/privacy">
              {parts}
            </a>
          ),
        })}
      </p>
    </form>
  );
}
