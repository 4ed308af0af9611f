import { drawHtml } from "../drawing/draw-html.ts";
import { reads } from "../drawing/reads.server.tsx";
import type { Own } from "../drawing/slots.ts";
import { readListVersion } from "../events/list-version.server.ts";
import { OwnOfAct } from "../log/act-forms.tsx";
import { ActView } from "../log/act-view.tsx";
import { readAct } from "../log/read-act.server.ts";
import { readOwnOfAct } from "../log/read-own-of-act.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export const loader = reads({
  ask: (part): { id: number } | null =>
    /^[1-9]\d{0,14}$/.test(part) ? { id: Number(part) } : null,
  addressOf: ({ id }) => `/log/${id}`,
  versionOf: readListVersion,
  read: (db, { id }) => readAct(db, id),
  draw: (act, { origin, slots }) => ({
    head: pageHead({
      title: say("log.act.title", { id: act.entry.id }),
      description: say("log.description"),
      canonical: `${origin}/log/${act.entry.id}`,
    }),
    pathname: "/log",
    body: <ActView act={act} own={slots?.free("own")} />,
    facts: { id: act.entry.id },
  }),
  async own({ db, person, now }, { id }): Promise<Own> {
    const own = await readOwnOfAct(db, person, id, now);
    return own ? { own: drawHtml(<OwnOfAct id={id} {...own} />) } : {};
  },
});
