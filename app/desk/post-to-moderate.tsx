/** A post that nobody flagged, and the form by which a moderator acts on it. */

import { isAway } from "../moderation/states.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { TextArea } from "../ui/field.tsx";
import { CasePassage } from "./case-passage.tsx";
import { choicesToBegin } from "./choices.ts";
import { DecideForm, type RuleChoice } from "./decide-form.tsx";
import { TypedWords } from "./kept-words.tsx";
import { Keys } from "./queue-view.tsx";
import type { CasePost } from "./read-case-post.server.ts";
import type { PersonRecord } from "./read-record.server.ts";
import { RecordPairs } from "./record-pairs.tsx";

interface PostProps {
  post: CasePost;
  record: PersonRecord;
  /** The case that was opened meanwhile. */
  openCaseId: number | null;
  isOwn: boolean;
  rules: readonly RuleChoice[];
  handedBack: HandedBack | undefined;
}

export function PostToModerate(props: PostProps) {
  const { post, record } = props;
  const title = say("moderation.post.title", { author: post.author });
  return (
    <main id="main" className="moderation wide">
      <header className="page-head">
        <h1>{title}</h1>
      </header>
      <div className="case">
        <CasePassage post={post} passage={null} />
        <section aria-labelledby="c-who">
          <h2 id="c-who">{say("moderation.case.author")}</h2>
          <RecordPairs record={record} />
        </section>
        <section aria-labelledby="c-decide">
          <h2 id="c-decide">{say("moderation.decide")}</h2>
          <Decide {...props} />
        </section>
      </div>
      <Keys />
    </main>
  );
}

function Decide({ post, record, openCaseId, isOwn, rules, handedBack }: PostProps) {
  if (isOwn || isAway(post.state)) {
    return (
      <>
        <TypedWords handedBack={handedBack} />
        <p>{say(isOwn ? "moderation.decide.own" : "deeds.post.away")}</p>
      </>
    );
  }
  return (
    <>
      {openCaseId !== null && (
        <p>
          <a href={`/moderation/cases/${openCaseId}`}>
            {say("moderation.line.case", { id: openCaseId })}
          </a>
        </p>
      )}
      <DecideForm
        action={`/posts/${post.id}/moderate`}
        choices={choicesToBegin}
        rules={rules}
        ruleId={null}
        version={null}
        author={post.author}
        isOfNewcomer={record.level === 0}
        handedBack={handedBack}
        canPass={false}
      >
        <TextArea
          name="passage"
          label={say("moderation.decide.passage")}
          hint={say("moderation.post.passage.hint")}
          rows={2}
          handedBack={handedBack}
        />
      </DecideForm>
    </>
  );
}
