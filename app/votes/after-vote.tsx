/** What script shows below a vote just cast; stands once on a page. */
import { say } from "../strings/say.ts";
import { Reasons } from "./reasons.tsx";

export function AfterVote() {
  return (
    <>
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
