/** What the forum's texts promise of levels and votes, where it has been wrong before. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LogLine } from "#app/log/log-line.tsx";
import { readLog } from "#app/log/read-log.server.ts";
import { help } from "#app/pages/help.ts";
import { privacy } from "#app/pages/privacy.ts";
import { setLevel } from "#app/standing/set-level.server.ts";
import { say } from "#app/strings/say.ts";
import { openForum, START } from "../forum.ts";

const helpOf = (id: string) => help.sections.find((section) => section.id === id)!.body;
const privacyText = privacy.sections.map(({ body }) => body).join("\n");

test("the log tells everybody a level that was set by hand and the one before, and so says every text that speaks of it", async () => {
  const { db, nia, root } = await openForum();
  await setLevel(db, root, nia.id, { level: 2, reason: "Known to us." }, START);
  const [entry] = (await readLog(db, null)).entries;
  const line = renderToStaticMarkup(LogLine({ entry: entry! })).replace(/<[^>]+>/g, "");
  expect(line).toMatch(/0.*2/);
  const levels = [
    say("administration.level.lead", { name: "Nia" }),
    say("standing.lead", { level: 1 }),
    helpOf("levels"),
    privacyText,
  ];
  for (const text of levels) {
    expect(text).toMatch(
      /public log.* tells everybody .*the level (before|that you had) and the one that/,
    );
  }
});

test("a vote is said to be taken back at any time, and votes to be limited by the day", () => {
  expect(helpOf("votes")).toContain("take it back, whenever you like");
  expect(helpOf("votes")).toContain("how many votes a day are taken");
});

test("former votes are said to count from the next night, and posts to be read in threads that one opened", () => {
  expect(say("standing.lets.0")).toContain("from the night after you reach level 1");
  expect(helpOf("votes")).toContain("from the night after you reach level 1");
  expect(helpOf("levels")).toContain("from the next night also those you cast before");
  const read = say("standing.need.read", { bound: 30 });
  expect(read).toBe("30 posts of others in threads that you opened");
  expect(helpOf("levels")).toContain(read);
});
