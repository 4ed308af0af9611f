/** What script shows below a vote just cast, and tells of every press; stands once on a page. */
import { say } from "../strings/say.ts";
import { Reasons } from "./reasons.tsx";

export function AfterVote() {
  return (
    <>
      <p
        id="told"
        className="unseen"
        role="status"
        data-worth={say("votes.told.worth")}
        data-agree={say("votes.told.agree")}
        data-disagree={say("votes.told.disagree")}
        data-reason={say("votes.told.reason")}
        data-thanks={say("votes.told.thanks")}
        data-saved={say("votes.told.saved")}
        data-back={say("votes.told.back")}
      />
      <template id="after-worth">
        <div className="after">
          <p>{say("votes.because")}</p>
          <Reasons chosen={null} />
        </div>
      </template>
      <template id="after-agree">
        <p className="after">{say("votes.alone")}</p>
      </template>
    </>
  );
}
