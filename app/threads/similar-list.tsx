/** Threads that may be about the same, for somebody about to begin one; it stops nobody. */
import { say } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { Found } from "./similar.ts";
import { threadPath } from "./thread-path.ts";

/** What was found in words: those found in the same way below one heading. */
export function inGroups(found: Found) {
  const groups = [
    { heading: say("similar.address"), threads: found.byAddress },
    { heading: say("similar.title"), threads: found.byTitle },
  ];
  return groups
    .filter(({ threads }) => threads.length > 0)
    .map(({ heading, threads }) => ({
      heading,
      threads: threads.map((thread) => ({
        path: threadPath(thread),
        title: thread.title,
        replies: say("similar.replies", { replies: thread.replyCount }),
        startedAt: thread.startedAt,
      })),
    }));
}

export function SimilarList({ found }: { found: Found | null | undefined }) {
  const newTab = say("similar.new-tab");
  return (
    <div className="similar" data-similar data-new-tab={newTab}>
      <div>
        {found &&
          inGroups(found).map(({ heading, threads }) => (
            <section key={heading} aria-label={heading}>
              <p className="label">{heading}</p>
              <ul>
                {threads.map((thread) => (
                  <li key={thread.path}>
                    <a href={thread.path} target="_blank" rel="noopener">
                      <bdi>{thread.title}</bdi> <span className="unseen">{newTab}</span>
                    </a>{" "}
                    <span className="hint">
                      <Time at={thread.startedAt} isDay />, {thread.replies}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
      {/* What the script finds as one types, in place of the above; React leaves alone what stands in it. */}
      <div aria-live="polite" dangerouslySetInnerHTML={{ __html: "" }} />
    </div>
  );
}
