/** A case on one screen: the passage, who asked and why, and where it is decided. */
import type { HandedBack } from "../refusals.ts";
import { say, sayRich } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { Time } from "../ui/time.tsx";
import { ActList } from "./act-list.tsx";
import { CaseFlags } from "./case-flags.tsx";
import { CasePassage } from "./case-passage.tsx";
import { choicesOf } from "./choices.ts";
import { DecideForm, type RuleChoice } from "./decide-form.tsx";
import { howMoved } from "./how-moved.ts";
import { TypedWords } from "./kept-words.tsx";
import { nextKey } from "./next-key.ts";
import { NoteList } from "./note-list.tsx";
import { casePath, type QueuePart, queuePath } from "./queue.ts";
import { Keys } from "./queue-view.tsx";
import type { CaseFacts, CaseView as Seen } from "./read-case.server.ts";

interface CaseProps {
  view: Seen;
  part: QueuePart;
  rules: readonly RuleChoice[];
  /** The case after this one; null where nothing else waits. */
  next: number | null;
  handedBack: HandedBack | undefined;
}

export function CaseView(props: CaseProps) {
  const { view, part, next } = props;
  const { facts, post, acts, notes, record } = view;
  const { id, passage, openedAt } = facts;
  return (
    <main id="main" className="moderation wide">
      <header className="page-head with-action">
        <h1>
          {say("moderation.case.title", {
            ...{ id, author: post.author, what: passage === null ? "post" : "passage" },
          })}
        </h1>
        <p className="meta">
          <span>
            {sayRich("moderation.case.opened", { time: () => <Time key="at" at={openedAt} /> })}
          </span>
          <a href={queuePath(part)} data-key="k">
            {say("moderation.case.queue")} <kbd>k</kbd>
          </a>
          {next === null ? (
            <span>{say("moderation.case.none-next")}</span>
          ) : (
            <a href={casePath(next, part)} data-key="j">
              {say("moderation.case.next")} <kbd>j</kbd>
            </a>
          )}
        </p>
      </header>
      <div className="case">
        <CasePassage post={post} passage={passage} />
        <CaseFlags view={view} />
        <section aria-labelledby="c-decide">
          <h2 id="c-decide">{say("moderation.decide")}</h2>
          <State facts={facts} post={post} acts={acts} />
          <Decide {...props} />
        </section>
      </div>
      {acts.length > 0 && (
        <section className="page-section" aria-labelledby="c-history">
          <h2 id="c-history">{say("moderation.case.history")}</h2>
          <ActList acts={acts} />
        </section>
      )}
      {notes.length > 0 && (
        <section className="page-section" aria-labelledby="c-notes">
          <h2 id="c-notes">{say("moderation.case.notes", { name: record.name })}</h2>
          <NoteList notes={notes} />
        </section>
      )}
      <Keys />
    </main>
  );
}

/** In which step the case is, and what comes when time is over. */
function State({ facts, post, acts }: Pick<Seen, "facts" | "post" | "acts">) {
  const { state, dueAt, isClosed } = facts;
  const key = nextKey(facts, post);
  const moved = state === "cleared" ? howMoved(acts) : null;
  return (
    <p className="state">
      <b>
        {moved ? say("moderation.state.moved", { how: moved }) : say(`moderation.state.${state}`)}.
      </b>{" "}
      {!isClosed && key === null
        ? null
        : sayRich(key ?? "moderation.next.over", {
            time: () => <Time key="due" at={dueAt ?? 0} isFixed />,
          })}
    </p>
  );
}

function Decide({ view, rules, part, handedBack }: CaseProps) {
  const { facts, post, isOwn } = view;
  const { id, kind, state, version, ruleId, passage } = facts;
  const isOpen = !isOwn && state !== "appealed";
  const choices = isOpen ? choicesOf({ kind, state, isProposed: post.proposed !== null }) : [];
  const about = choices.find((choice) => choice === "ask" || choice === "redact");
  if (choices.length === 0) {
    return (
      <>
        <TypedWords handedBack={handedBack} />
        {isOwn ? <p>{say("moderation.decide.own")}</p> : <Appealed facts={facts} />}
      </>
    );
  }
  return (
    <>
      <DecideForm
        action={casePath(id, part)}
        choices={choices}
        rules={rules}
        ruleId={ruleId}
        version={version}
        author={post.author}
        isOfNewcomer={view.record.level === 0}
        handedBack={handedBack}
        canPass
      >
        {about && (
          <TextArea
            name="passage"
            label={say("moderation.decide.passage")}
            hint={say(`moderation.decide.passage.${about}`, { author: post.author })}
            rows={2}
            value={passage ?? ""}
            handedBack={handedBack}
          />
        )}
      </DecideForm>
      {kind === "topic" && state === "open" && <Move post={post} />}
    </>
  );
}

function Appealed({ facts: { state, appealId } }: { facts: CaseFacts }) {
  if (state !== "appealed") return null;
  return (
    <p>
      {say("moderation.decide.appealed")}{" "}
      {appealId !== null && (
        <a href={`/moderation/appeals/${appealId}`}>{say("moderation.decide.to-appeal")}</a>
      )}
    </p>
  );
}

/** What is only off topic is moved, not hidden. */
function Move({ post }: { post: Seen["post"] }) {
  const link = (path: string) => (parts: React.ReactNode[]) => (
    <a key={path} href={path}>
      {parts}
    </a>
  );
  return (
    <p className="hint">
      {post.title === null
        ? sayRich("moderation.decide.split", { split: link(`/posts/${post.id}/split`) })
        : sayRich("moderation.decide.move", { topics: link(`/threads/${post.threadId}/topics`) })}
    </p>
  );
}
