/** The page on which somebody does something about an act: what it is for, and the act itself above the form. */
import type { ReactNode } from "react";
import type { LogEntry } from "./log-entry.ts";
import { LogLine } from "./log-line.tsx";

interface ActPageProps {
  title: string;
  lead: string;
  entry: LogEntry;
  children: ReactNode;
}

export function ActPage({ title, lead, entry, children }: ActPageProps) {
  return (
    <main id="main">
      <header className="page-head">
        <h1>{title}</h1>
        <p className="prose">{lead}</p>
      </header>
      <ol>
        <LogLine entry={entry} />
      </ol>
      {children}
    </main>
  );
}
