/** Where one reads something: to follow it by one press, or how one does, and the way to choose how much. */
import type { FollowLevel } from "#db/schema.ts";
import { drawHtml, drawOnce } from "../drawing/draw-html.ts";
import { say } from "../strings/say.ts";
import { followPath, idOf, type Thing, USUAL } from "./level.ts";

/** As many bytes of HTML as are left for the press, or the level, in a page that others read too. */
export const FOLLOW_BYTES = 120;

interface FollowControlProps {
  thing: Thing;
  /** For those who listen: a topic's or person's name. */
  name: string;
  /** The press, or the reader's level; left out for who is not signed in. */
  press?: React.ReactNode;
}

/** Whoever is not signed in is led to do that, and back to choose. */
export function FollowControl({ thing, name, press }: FollowControlProps) {
  const { kind } = thing;
  const path = followPath(thing);
  if (press === undefined) {
    return (
      <p className="follow">
        <a className="button" href={path}>
          {say("following.follow", { kind })}
          <span className="unseen">{say("following.follow.of", { kind, name })}</span>
        </a>
      </p>
    );
  }
  return (
    <form className="follow" method="post" action="/follow">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={idOf(thing)} />
      {press}
      <span className="unseen" id={nameId(kind)}>
        {say("following.follow.of", { kind, name })}
      </span>
      <a className="plain" href={path}>
        {say("following.follow.more")}
        <span className="unseen">{say("following.follow.more.of", { kind, name })}</span>
      </a>
    </form>
  );
}

/** Beside the press, which others read too, stands what it follows: of a kind there is one on a page. */
const nameId = (kind: Thing["kind"]) => `follow-${kind}`;

interface FollowPressProps {
  kind: Thing["kind"];
  level: FollowLevel | null;
}

/** The press of who does not follow it, or the level of who does. */
export const FollowPress = ({ kind, level }: FollowPressProps) =>
  level === null ? (
    <button
      type="submit"
      className="button"
      name="level"
      value={USUAL}
      aria-describedby={nameId(kind)}
    >
      {say("following.follow", { kind })}
    </button>
  ) : (
    <b>{say(`following.state.${level}`, { kind })}</b>
  );

/** What most readers find in its slot. */
export const usualPress = (kind: Thing["kind"]): string => drawPress(kind, null);

/** What stands there for one reader. */
export const drawPress = (kind: Thing["kind"], level: FollowLevel | null): string =>
  drawOnce(`follow ${kind} ${level}`, () => <FollowPress kind={kind} level={level} />);

/** The whole control for one reader, where it is no part of a page that others read too. */
export const drawControl = (thing: Thing, name: string, level: FollowLevel | null): string =>
  drawHtml(
    <FollowControl
      thing={thing}
      name={name}
      press={<FollowPress kind={thing.kind} level={level} />}
    />,
  );
