/** Writes one thread of the outer forum, as far as it is not here. */
import { write } from "#db/write.server.ts";
import { readStandards } from "../ranking/read-standards.server.ts";
import { leaveOutStrange, readKnownPosts } from "./find-known.server.ts";
import { insertPosts, type Standing } from "./insert-posts.server.ts";
import { OPENING, type Ordered, orderReplies } from "./order-replies.ts";
import { preparePosts } from "./prepare-posts.server.ts";
import { whereOf } from "./run.ts";
import type { Setting } from "./setting.ts";
import type { StagedOutline } from "./staging.server.ts";
import { titleWithout } from "./title.ts";
import { updatePosts } from "./update-posts.server.ts";

/** Posts that one transaction writes: a run that is killed leaves whole threads, or whole beginnings of long ones. */
const BATCH = 100;

/** Adds what is new of a thread and brings up to date what was edited since; a second time it does nothing. */
export async function loadThread(setting: Setting, outerId: number): Promise<void> {
  const { db, wish, staging, people, voice, counts } = setting;
  const { threadId, known } = await readKnownPosts(db, wish.source, outerId);
  const outlines = await leaveOutStrange(setting, outerId, known);
  const fresh = outlines.filter(({ number }) => !known.has(number));
  const changed = outlines.filter((outline) => {
    const post = known.get(outline.number);
    return post && post.hash !== outline.hash && post.changedAt < outline.changedAt;
  });
  counts.posts.there += outlines.length - fresh.length - changed.length;
  if (threadId !== null) counts.threads.there += 1;

  const { title, guess, category } = staging.about(outerId);
  const thread = { id: outerId, title: title ?? guess ?? titleWithout(outerId, wish.source) };
  const beganAt = Math.min(...outlines.slice(0, 1_000).map(({ at }) => at));
  const ordered = orderReplies(fresh, (number) => known.has(number), staging.leftOut(outerId));
  tellFaults(setting, ordered, outlines);
  const byNumber = new Map(fresh.map((outline) => [outline.number, outline]));
  const standing = new Map<number, Standing>(known);
  let writtenId = threadId;
  for (let from = 0; from < ordered.length; from += BATCH) {
    const places = ordered.slice(from, from + BATCH);
    const prepared = await preparePosts(
      setting,
      thread,
      places.map(({ number }) => byNumber.get(number)!),
    );
    const batch = prepared.map((post, index) => ({ ...post, below: places[index]!.below }));
    const standards = await readStandards(db);
    const added = await write(db, (trx) =>
      insertPosts(
        {
          ...{ trx, wish, people, standards },
          thread: {
            outerId,
            threadId: writtenId,
            title: thread.title,
            isTitled: title !== null,
            category,
            beganAt,
          },
        },
        batch,
        standing,
      ),
    );
    if (writtenId === null) counts.threads.added += 1;
    writtenId = added.threadId;
    for (const [number, post] of added.standing) standing.set(number, post);
    counts.posts.added += batch.length;
    voice.progress(counts);
  }
  await updatePosts(setting, { id: outerId, title }, changed);
}

function tellFaults({ voice, counts }: Setting, ordered: Ordered[], outlines: StagedOutline[]) {
  const byNumber = new Map(outlines.map((outline) => [outline.number, outline]));
  for (const { number, fault, below } of ordered) {
    if (fault === null) continue;
    const outline = byNumber.get(number)!;
    if (fault === "missing") counts.orphans += 1;
    voice.tell(whereOf(outline), {
      key: `import.parent.${fault}`,
      values: { parent: String(outline.parent), below: String(below ?? OPENING) },
    });
  }
}
