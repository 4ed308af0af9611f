import { reads } from "../drawing/reads.server.tsx";
import { readListVersion } from "../events/list-version.server.ts";
import { BreakerNote } from "../log/breaker-note.tsx";
import { ActionsTable, StatesTable } from "../moderation/about-tables.tsx";
import { readBreaker } from "../moderation/read-breaker.server.ts";
import { moderation } from "../pages/moderation.ts";
import { PageView } from "../pages/page-view.tsx";
import { readPage } from "../pages/read-page.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export const loader = reads({
  ask: (part) => (part === "" || part === "moderation" ? {} : null),
  addressOf: () => "/about/moderation",
  versionOf: readListVersion,
  read: async (db) => ({
    page: await readPage(moderation),
    isTripped: (await readBreaker(db)).isTripped,
  }),
  draw: ({ page, isTripped }, { origin }) => ({
    head: pageHead({ title: page.title, canonical: `${origin}/about/moderation` }),
    pathname: "/about",
    body: (
      <PageView
        page={page}
        begins={
          isTripped
            ? [{ id: "now", title: say("log.breaker.title"), content: <BreakerNote isTripped /> }]
            : []
        }
        ends={[
          {
            ...{ id: "acts", title: say("about.acts") },
            content: (
              <>
                <p>{say("about.acts.lead")}</p>
                <ActionsTable />
              </>
            ),
          },
          {
            ...{ id: "states", title: say("about.states") },
            content: (
              <>
                <p>{say("about.states.lead")}</p>
                <StatesTable />
              </>
            ),
          },
        ]}
      />
    ),
    facts: null,
  }),
});
