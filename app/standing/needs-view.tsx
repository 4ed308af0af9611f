/** What the next level needs, with what is there. */
import { say } from "../strings/say.ts";
import { type HigherLevel, type Need, needsOf, type StandingFacts } from "./levels.ts";

export function NeedsView({ level, facts }: { level: HigherLevel; facts: StandingFacts }) {
  return (
    <ul className="needs">
      {needsOf(level, facts).map((need) => (
        <li key={need.name}>
          <NeedLine need={need} />
        </li>
      ))}
    </ul>
  );
}

function NeedLine({ need }: { need: Need }) {
  const { name, bound, isMet } = need;
  const key = isMet ? "met" : isCounted(name) ? "open" : "not-yet";
  return (
    <>
      <p>
        <span>{say(`standing.need.${name}`, { bound })}</span>{" "}
        <b>{say(`standing.need.${key}`, { has: shownOf(need), bound })}</b>
      </p>
      {!isMet && isCounted(name) && (
        <progress value={Math.max(0, Math.min(need.has, bound))} max={bound} aria-hidden="true" />
      )}
    </>
  );
}

/** Whether more of it comes nearer to what is needed, one by one. */
const isCounted = (name: Need["name"]) => !["insults", "both-sides", "flags-upheld"].includes(name);

/** Never shown as enough where it is not. */
const shownOf = ({ name, has, bound, isMet }: Need) =>
  name === "points"
    ? Math.floor(has * 10) / 10
    : isMet
      ? Math.floor(has)
      : Math.min(Math.floor(has), Math.ceil(bound) - 1);
