/** What an edit added and took out, readable without colours. */
import { say } from "../strings/say.ts";
import type { Piece } from "./difference.ts";

export function Difference({ pieces }: { pieces: Piece[] }) {
  return (
    <div className="difference" dir="auto">
      {pieces.map((piece, index) => {
        const key = `${index}-${piece.is}`;
        if (piece.is === "added") {
          return (
            <ins key={key}>
              <span className="unseen">{say("history.added")}</span>
              {piece.text}
            </ins>
          );
        }
        if (piece.is === "removed") {
          return (
            <del key={key}>
              <span className="unseen">{say("history.removed")}</span>
              {piece.text}
            </del>
          );
        }
        return <span key={key}>{piece.text}</span>;
      })}
    </div>
  );
}
