/** What counted for one's standing, and what did not and why. */
import type { ReactNode } from "react";
import { personPath } from "../accounts/person-link.tsx";
import { type MessageKey, say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { CountedAward } from "./awards.ts";
import { conductPoints } from "./conduct-points.ts";
import type { OwnStanding } from "./read-own-standing.server.ts";
import type { StandingAward } from "./read-standing.server.ts";

const toPost = (postId: number) => (parts: ReactNode[]) => (
  <a key="post" href={`/posts/${postId}`} dir="auto">
    {parts}
  </a>
);
/** A tenth of a point is the least that is shown. */
const shown = (points: number) => Math.trunc(points * 10) / 10;

const conductKinds = ["upheld", "rejected", "unrewritten"] as const;

export function Counted({ posts, postCounts, awards, conduct }: OwnStanding) {
  const counted = awards.filter(({ counting }) => counting === "counted");
  const more = postCounts.counted - posts.length;
  const kinds = conductKinds.filter((kind) => conduct[kind] > 0);
  if (posts.length + counted.length + kinds.length === 0) {
    return <p className="gone">{say("standing.counted.none")}</p>;
  }
  return (
    <div className="table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say("standing.counted.what")}</th>
            <th scope="col">{say("standing.counted.day")}</th>
            <th scope="col" className="num">
              {say("standing.counted.points")}
            </th>
          </tr>
        </thead>
        <tbody>
          {posts.map(({ id, title, at, points }) => (
            <tr key={id}>
              <td>{sayRich("standing.counted.post", { title, post: toPost(id) })}</td>
              <td>
                <Time at={at} isDay />
              </td>
              <td className="num">{say("standing.points", { points: shown(points) })}</td>
            </tr>
          ))}
          {more > 0 && (
            <tr>
              <td colSpan={3}>{say("standing.counted.more", { more })}</td>
            </tr>
          )}
          {counted.map(({ award, points }) => (
            <tr key={`${award.of} ${award.postId} ${award.other}`}>
              <td>{awardLine(`standing.counted.${award.of}`, award)}</td>
              <td>
                <Time at={award.at} isDay />
              </td>
              <td className="num">{say("standing.points", { points })}</td>
            </tr>
          ))}
          {kinds.map((kind) => (
            <tr key={kind}>
              <td colSpan={2}>{say(`standing.counted.${kind}`, { count: conduct[kind] })}</td>
              <td className="num">
                {say("standing.points", { points: shown(conductPoints(conduct)[kind]) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const awardLine = (key: MessageKey, award: StandingAward) =>
  sayRich(key, {
    name: award.otherName,
    post: toPost(award.postId),
    who: (parts) => (
      <a key="who" href={personPath(award.otherName)}>
        <bdi>{parts}</bdi>
      </a>
    ),
  });

export function NotCounted({ postCounts, awards }: OwnStanding) {
  const posts = (["few-votes", "of-thread", "of-day"] as const).filter(
    (counting) => postCounts[counting] > 0,
  );
  const open = awards.filter(({ counting }) => counting !== "counted");
  return (
    <ul className="norms">
      {posts.map((counting) => (
        <li key={counting}>
          {say(`standing.not-counted.${counting}`, { count: postCounts[counting] })}
        </li>
      ))}
      {open.map(({ award, counting }) => (
        <li key={`${award.of} ${award.postId} ${award.other}`}>
          {awardLine(keyOf(counting), award)}
        </li>
      ))}
      <li>{say("standing.not-counted.never")}</li>
    </ul>
  );
}

const keyOf = (counting: CountedAward<StandingAward>["counting"]): MessageKey =>
  counting === "newcomer"
    ? "standing.not-counted.newcomer"
    : counting === "often"
      ? "standing.not-counted.often"
      : "standing.not-counted.same-person";
