/** A page of administration: its head, its content, and the way to the others. */
import type { ReactNode } from "react";
import type { HandedBack } from "../refusals.ts";
import { type MessageKey, say } from "../strings/say.ts";
import { HandedBackNote } from "../ui/handed-back.tsx";

const pages: [string, MessageKey][] = [
  ["/admin", "administration.overview"],
  ["/admin/people", "administration.people"],
  ["/admin/moderators", "moderators.title"],
  ["/admin/topics", "administration.topics"],
  ["/admin/rules", "rules.admin.title"],
  ["/admin/joining", "administration.who-may-join"],
  ["/admin/founding", "administration.founding"],
  ["/admin/invitations", "administration.invitations"],
  ["/admin/nudges", "nudges.title"],
  ["/admin/letters", "letters.admin.title"],
  ["/log", "frame.log"],
];

interface PageProps {
  /** The page of the list above that this is, or belongs to. */
  path: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

export function AdministrationPage({ path, title, lead, children }: PageProps) {
  return (
    <>
      <main id="main">
        <header className="page-head">
          <h1>{title}</h1>
          {lead && <p className="prose">{lead}</p>}
        </header>
        {children}
      </main>
      <aside className="margin" aria-label={say("administration.nav")}>
        <nav aria-labelledby="administration">
          <h2 id="administration">{say("administration.nav")}</h2>
          <ul>
            {pages.map(([address, key]) => (
              <li key={address}>
                <a href={address} aria-current={address === path ? "page" : undefined}>
                  {say(key)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </aside>
    </>
  );
}

interface FormProps {
  action: string;
  submit: string;
  handedBack: HandedBack | undefined;
  children?: ReactNode;
}

export function AdministrationForm({ action, submit, handedBack, children }: FormProps) {
  return (
    <form className="form" method="post" action={action}>
      <HandedBackNote form={handedBack} />
      {children}
      <p>
        <button type="submit" className="button first">
          {submit}
        </button>
      </p>
    </form>
  );
}
