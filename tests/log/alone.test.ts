/** Where nobody else could decide, the log says in words that somebody decided about themselves. */
import { expect, test } from "vitest";
import { loader as log } from "#app/routes/log.tsx";
import { loader as one } from "#app/routes/log-act.tsx";
import { askFeed } from "../feeds/ask.ts";
import { openPage } from "../routes/open-page.ts";
import { act, openTalk } from "./scene.ts";

const office = "as an administrator";

test.each([
  ["about themselves", "unwarn", "Root"],
  ["on their own act", "uphold", "Ben"],
] as const)(
  "that somebody decided alone %s is said on every page of the log",
  async (words, kind, name) => {
    const { db, root, ben } = await openTalk();
    const aboutId = name === "Root" ? root.id : ben.id;
    const by = { office: "administrator", byId: root.id, aboutId } as const;
    const usual = await act(db, { kind, ...by });
    const alone = await act(db, { kind, ...by, details: { alone: 1 } });
    const said = `${office}, ${words}, since nobody else could decide`;
    const pages = {
      list: (await openPage(db, log.page, null)) as { html: string },
      alone: (await openPage(db, one.page, null, { part: `${alone}` })) as { html: string },
      usual: (await openPage(db, one.page, null, { part: `${usual}` })) as { html: string },
    };
    expect(pages.list.html.split(said)).toHaveLength(2);
    expect(pages.alone.html).toContain(said);
    expect(pages.usual.html).toContain(office);
    expect(pages.usual.html).not.toContain(words);
    expect((await (await askFeed(db, "/log/feed.xml")).text()).split(said).length).toBeGreaterThan(
      1,
    );
  },
);
