/** What stands in the place of a post, or around it, where moderation made something of it. */
import type { PostState } from "#db/schema.ts";
import { isAway } from "../moderation/states.ts";
import { type MessageKey, say } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";
import type { Fate } from "./fate.ts";
import { markPassage } from "./mark-passage.ts";

interface FateProps {
  post: { id: number; state: PostState; html: string; fate: Fate | null };
}

/** The post's text as its state shows it: folded, with a passage taken out, or not at all. */
export function TextByState({ post }: FateProps) {
  const { state, html } = post;
  if (isAway(state)) return <KeptAway post={post} />;
  if (state === "redacted") {
    return (
      <>
        <Html html={html} />
        <p className="gone">
          {wordsOf(post)} <WhyLink post={post} />
        </p>
      </>
    );
  }
  return <Folded post={post} />;
}

function KeptAway({ post }: FateProps) {
  return (
    <p className="gone">
      {wordsOf(post)} <WhyLink post={post} />
    </p>
  );
}

function Folded({ post }: FateProps) {
  const { html, fate } = post;
  return (
    <>
      <details className="folded">
        <summary>
          {wordsOf(post)} <span className="show">{say("states.show")}</span>
        </summary>
        <Html html={fate?.passage ? markPassage(html, fate.passage) : html} />
      </details>
      <p className="meta">
        <WhyLink post={post} />
      </p>
    </>
  );
}

const sentences: Record<Exclude<PostState, "published">, MessageKey> = {
  asked: "states.asked",
  rewritten: "states.rewritten",
  lapsed: "states.lapsed",
  redacted: "states.redacted",
  hidden: "states.hidden",
  removed: "states.removed",
  held: "states.held",
};

function wordsOf({ state, fate }: FateProps["post"]): string {
  if (state === "published") return "";
  return say(sentences[state], {
    rule: fate?.rule ?? 0,
    what: fate?.passage ? "passage" : "post",
  });
}

function WhyLink({ post: { id, fate } }: FateProps) {
  if (!fate || fate.actId === null) return null;
  return (
    <a href={`/log/${fate.actId}`}>
      {say("states.why")}
      <span className="unseen">{say("states.why.of", { id })}</span>
    </a>
  );
}
