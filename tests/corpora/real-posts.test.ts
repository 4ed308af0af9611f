import { expect, it } from "vitest";
import { excerpt } from "#app/markdown/excerpt.ts";
import { toHtml } from "#app/markdown/to-html.ts";
import { describePosts, readPosts } from "./corpus.ts";
import { embed, findFaults } from "./oracle.ts";

describePosts("Every post of a real forum", () => {
  it("is rendered, safe, and has an excerpt that fits", { timeout: 120_000 }, () => {
    const posts = readPosts();
    const times: number[] = [];
    const faults: string[] = [];
    let growth = 0;
    for (const [number, markdown] of posts.entries()) {
      const begun = performance.now();
      const html = toHtml(markdown);
      times.push(performance.now() - begun);
      growth = Math.max(growth, html.length / markdown.length);
      for (const fault of findFaults(embed(html))) faults.push(`Post ${number}: ${fault}`);
      if (excerpt(html).length > 220) faults.push(`Post ${number}: a long excerpt`);
    }
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.ceil(share * times.length) - 1]!.toFixed(2);
    console.info(
      `${posts.length} posts, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms; at most ${growth.toFixed(1)} times as long as HTML.`,
    );
    expect(faults).toEqual([]);
    expect(posts.length).toBeGreaterThan(2000);
  });
});
