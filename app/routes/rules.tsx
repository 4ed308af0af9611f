import { reads } from "../drawing/reads.server.tsx";
import { readListVersion } from "../events/list-version.server.ts";
import { PageView } from "../pages/page-view.tsx";
import { readPage } from "../pages/read-page.server.ts";
import { rules as around } from "../pages/rules.ts";
import { listRules } from "../rules/list-rules.server.ts";
import { RuleText, ruleTitle } from "../rules/rule-text.tsx";
import { pageHead } from "../ui/page-head.ts";

export const loader = reads({
  ask: () => ({}),
  addressOf: () => "/rules",
  versionOf: readListVersion,
  read: async (db) => ({ rules: await listRules(db), page: await readPage(around) }),
  draw: ({ rules, page }, { origin }) => ({
    head: pageHead({ title: page.title, canonical: `${origin}/rules` }),
    pathname: "/rules",
    body: (
      <PageView
        page={page}
        begins={rules.map((rule) => ({
          ...{ id: rule.slug, title: ruleTitle(rule) },
          content: <RuleText rule={rule} />,
        }))}
      />
    ),
    facts: null,
  }),
});
