import { say } from "../strings/say.ts";
import { applyCuts, type Cut, findCuts } from "./cut-passage.ts";
import type { Text } from "./taken-out.ts";

/** Where a redaction cut of which only the version and perhaps the passage were written down: as it would cut today, else all from the first to the last letter that it changed. */
export function olderCuts(
  texts: readonly Text[],
  { version, passage }: { version: number; passage?: string },
): Cut[] {
  const former = bodyAt(texts, version);
  const left = bodyAt(texts, version + 1);
  const cuts = passage ? findCuts(former, passage, say("deeds.redacted")) : null;
  return cuts && applyCuts(former, cuts) === left ? cuts : [changed(former, left)];
}

const bodyAt = (texts: readonly Text[], version: number) =>
  texts.find((text) => text.version === version)?.body ?? "";

function changed(former: string, left: string): Cut {
  const shorter = Math.min(former.length, left.length);
  let begin = 0;
  while (begin < shorter && former[begin] === left[begin]) begin++;
  let behind = 0;
  while (behind < shorter - begin && former.at(-1 - behind) === left.at(-1 - behind)) behind++;
  return [begin, former.length - behind, left.slice(begin, left.length - behind)];
}
