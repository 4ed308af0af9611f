/** Every page of moderators: its title, and the way to the others. */
import type { ReactNode } from "react";
import { say } from "../strings/say.ts";
import type { Waiting } from "./count-waiting.server.ts";
import { MOST_COUNTED, queueParts, queuePath } from "./queue.ts";

/** Where a moderator is; null for a page that belongs to none of the parts. */
export type Here = keyof Waiting["parts"] | "appeals" | "mailbox" | null;

interface PageProps {
  title: ReactNode;
  lead?: ReactNode;
  here: Here;
  waiting: Waiting;
  children: ReactNode;
}

export function ModerationPage({ title, lead, here, waiting, children }: PageProps) {
  return (
    <main id="main" className="moderation">
      <header className="page-head">
        <h1>{title}</h1>
        {lead && <p className="prose">{lead}</p>}
      </header>
      <Parts here={here} waiting={waiting} />
      {children}
    </main>
  );
}

function Parts({ here, waiting }: Pick<PageProps, "here" | "waiting">) {
  const tabs = [
    ...queueParts.map((part) => ({
      ...{ name: part, path: queuePath(part), count: waiting.parts[part] },
    })),
    { name: "appeals", path: "/moderation/appeals", count: waiting.appeals } as const,
    { name: "mailbox", path: "/moderation/mailbox", count: waiting.mailbox } as const,
  ];
  return (
    <nav className="tabs" aria-label={say("moderation.queue.parts")}>
      {tabs.map(({ name, path, count }) => (
        <a key={name} href={path} aria-current={name === here ? "page" : undefined}>
          {say(`moderation.part.${name}`)}
          {count > 0 && (
            <>
              <span className="n" aria-hidden="true">
                {inShort(count)}
              </span>
              <span className="unseen">{say("moderation.part.of", { count: inShort(count) })}</span>
            </>
          )}
        </a>
      ))}
    </nav>
  );
}

/** "12", or "100+". */
export const inShort = (count: number): string =>
  count >= MOST_COUNTED ? say("moderation.more", { most: MOST_COUNTED }) : String(count);
