/** A sentence with the addresses of the forum in it as links. */
import type { ReactNode } from "react";

const address = /(\/(?:account|log|posts)\/[a-z\d]+(?:\/[a-z]+)?)/;

export function Linked({ text }: { text: string }): ReactNode {
  return text.split(address).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
      <a key={place} href={part}>
        {part}
      </a>
    ),
  );
}
