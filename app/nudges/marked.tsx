/** A text with its passages marked. */
import type { Piece } from "./pieces.ts";

export function Marked({ pieces }: { pieces: Piece[] }) {
  return (
    <p className="marked" dir="auto">
      {pieces.map(({ text, isMarked }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: they are never moved.
        isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </p>
  );
}
