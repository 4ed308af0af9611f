/** What moderators know of somebody, and the ways to act. */
import { personPath } from "../accounts/person-link.tsx";
import { mailboxPath } from "../mailbox/message.ts";
import type { HandedBack } from "../refusals.ts";
import { quoted } from "../strings/quoted.ts";
import { type MessageKey, say, sayRich } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import { Time } from "../ui/time.tsx";
import { ActList } from "./act-list.tsx";
import { excerptOf } from "./excerpt-of.ts";
import { NoteList } from "./note-list.tsx";
import { recordPath } from "./people.ts";
import type { PersonForm } from "./person-act.ts";
import type { PersonPage } from "./read-person-page.server.ts";
import { RecordPairs } from "./record-pairs.tsx";
import { VotingView } from "./voting-view.tsx";

interface PersonProps {
  page: PersonPage;
  /** What the moderator who looks may do; nothing about themselves. */
  forms: readonly PersonForm[];
  handedBack: HandedBack | undefined;
}

export function PersonView({ page, forms, handedBack }: PersonProps) {
  const { record, acts, notes, isOwn } = page;
  const { name } = record;
  return (
    <>
      <p className="meta">
        <a href={personPath(name)}>{say("moderation.person.profile")}</a>
        <a href={mailboxPath(name)}>{say("moderation.person.write")}</a>
      </p>
      <RecordPairs record={record} isOwnPage />
      {forms.length > 0 && (
        <p className="row">
          {forms.map((form) => (
            <a key={form} className="button" href={`${recordPath(name)}/${form}`}>
              {say(`moderation.person.${form}`)}
            </a>
          ))}
        </p>
      )}
      {!isOwn && <Notes name={name} notes={notes} handedBack={handedBack} />}
      <section className="page-section" aria-labelledby="acts">
        <h2 id="acts">{say("moderation.person.acts")}</h2>
        {acts.length === 0 && <p className="gone">{say("moderation.person.acts.none")}</p>}
        <ActList acts={acts} />
      </section>
      <Cases cases={page.cases} />
      <Posts posts={page.posts} canModerate={!isOwn} />
      <VotingView name={name} together={page.together} voters={page.voters} />
    </>
  );
}

function Notes({ name, notes, handedBack }: NotesProps) {
  return (
    <section className="page-section" aria-labelledby="notes">
      <h2 id="notes">{say("moderation.case.notes", { name })}</h2>
      {notes.length === 0 && <p className="gone">{say("moderation.note.none")}</p>}
      <NoteList notes={notes} />
      <form className="form" method="post" action={`${recordPath(name)}/note`}>
        <HandedBackNote form={handedBack} />
        <TextArea
          name="note"
          label={say("moderation.note.label")}
          hint={say("moderation.note.hint")}
          rows={3}
          handedBack={handedBack}
        />
        <p>
          <button type="submit" className="button">
            {say("moderation.note.add")}
          </button>
        </p>
      </form>
    </section>
  );
}

interface NotesProps extends Pick<PersonPage, "notes"> {
  name: string;
  handedBack: HandedBack | undefined;
}

function Cases({ cases }: Pick<PersonPage, "cases">) {
  if (cases.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="cases">
      <h2 id="cases">{say("moderation.person.cases")}</h2>
      <ul className="similar-cases">
        {cases.map(({ id, state, passage, openedAt }) => (
          <li key={id}>
            <a href={`/moderation/cases/${id}`}>{say("moderation.line.case", { id })}</a>
            {": "}
            {say(`moderation.state.${state}` as MessageKey)}{" "}
            <span className="hint">
              {sayRich("moderation.case.opened", { time: () => <Time key="at" at={openedAt} /> })}
            </span>
            {passage && <span className="hint said">{quoted(excerptOf(passage))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Posts({ posts, canModerate }: Pick<PersonPage, "posts"> & { canModerate: boolean }) {
  if (posts.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="posts">
      <h2 id="posts">{say("moderation.person.posts")}</h2>
      <ul className="similar-cases">
        {posts.map(({ id, title, postedAt }) => (
          <li key={id}>
            <a href={`/posts/${id}`}>{title}</a>{" "}
            <span className="hint">
              <Time at={postedAt} />
            </span>{" "}
            {canModerate && (
              <a href={`/posts/${id}/moderate`}>
                {say("moderation.post.do")}
                <span className="unseen">{say("moderation.post.of", { id })}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
