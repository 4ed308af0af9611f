import { expect, test } from "vitest";
import { readListVersion } from "#app/events/list-version.server.ts";
import { loader } from "#app/routes/rules.tsx";
import { changeRule } from "#app/rules/change-rules.server.ts";
import { readRule } from "#app/rules/list-rules.server.ts";
import { openForum, START } from "../forum.ts";
import { openPage } from "../routes/open-page.ts";

test("the page of rules has each with its number and the flags that mean it, and changes with them", async () => {
  const { db, root } = await openForum();
  const read = async () => ((await openPage(db, loader.page, null)) as { html: string }).html;
  const html = await read();
  expect(html).toContain('<section id="argument"');
  expect(html).toContain("1. Attack the argument, not the person");
  expect(html).toContain("Flags that mean this rule: It insults a person · It demeans a group");
  expect(html).toContain('<section id="kept"');
  const version = await readListVersion(db);
  const draft = { title: "Argue", body: "Leave people out of it.", position: 1 };
  await changeRule(db, root, "argument", draft, {
    ...{
      reason: "It is shorter now.",
      now: START,
      version: (await readRule(db, "argument")).changed_at,
    },
  });
  expect(await readListVersion(db)).toBeGreaterThan(version);
  expect(await read()).toContain("1. Argue");
});
