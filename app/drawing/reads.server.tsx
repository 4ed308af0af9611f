/** Makes a reading page of the forum into what its route hands to the server. */
import { randomBytes } from "node:crypto";
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { withNext } from "../accounts/next-page.ts";
import { Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";
import { drawDocument } from "./draw-document.server.tsx";
import { drawHtml, drawOnce } from "./draw-html.ts";
import { ErrorView, errorTitle } from "./error-view.tsx";
import { Flash, MOST_TOLD, SignedIn, Suspended } from "./frame.tsx";
import { isOpened } from "./is-opened.ts";
import type {
  Audience,
  Brought,
  Drawing,
  Drawn,
  DrawnPage,
  Readable,
  Reading,
  ReadingPage,
} from "./reading-page.ts";
import { type Own, Slots } from "./slots.ts";
import { withoutHidden } from "./without-hidden.ts";

/** A loader that answers the page, drawn anew; the server in front finds the page at it and keeps what it draws. What it asks and reads can be had alone. */
export function reads<Asked, Shared, Facts, Brings extends Brought>(
  page: ReadingPage<Asked, Shared, Facts, Brings>,
) {
  const readable = readableOf(page);
  const loader = (args: LoaderFunctionArgs) => answer(readable, args);
  return Object.assign(loader, { page: readable, ask: page.ask, read: page.read });
}

function readableOf<Asked, Shared, Facts, Brings extends Brought>(
  page: ReadingPage<Asked, Shared, Facts, Brings>,
): Readable {
  return {
    ask: page.ask,
    addressOf: (asked) => page.addressOf(asked as Asked),
    versionOf: (db, asked) => page.versionOf(db, asked as Asked),
    bring: async (reading, asked) =>
      (await page.bring?.(reading, asked as Asked)) ?? { variant: "" },
    isOwn: (asked) => (asked !== null && page.isOwn?.(asked as Asked)) ?? false,
    async findHidden(reading, drawn, asked) {
      if (reading.muteCount === 0 || drawn.status !== 200 || !page.findHidden) return nothing;
      return page.findHidden(reading, drawn.facts as Facts, asked as Asked);
    },
    async draw(db, asked, { origin, reader, hidden = nothing, ...audience }) {
      const slots = audience.role === null ? null : new Slots(randomBytes(12).toString("hex"));
      const drawing = { ...audience, slots, origin, hidden };
      try {
        if (asked === null) throw new Refusal(404, { key: "refused.not-found" });
        const drawn = page.draw(await page.read(db, asked as Asked, reader), drawing);
        return { status: 200, ...drawPage(drawn, drawing) };
      } catch (error) {
        if (error instanceof Response) return error;
        if (!(error instanceof Refusal)) throw error;
        return { status: error.status, ...drawPage(refusing(error), drawing), facts: null };
      }
    },
    async own(reading, drawn, brought) {
      if (drawn.status !== 200) return frameOwn(reading, 0);
      const facts = drawn.facts as Facts;
      const markedCount = (await page.markRead?.(reading, facts)) ?? 0;
      const own = await page.own?.(reading, facts, brought as Brings);
      // Of hundreds of slots a copy takes longer than all of the frame.
      return Object.assign(own ?? {}, frameOwn(reading, markedCount));
    },
  };
}

const nothing: ReadonlySet<number> = new Set();

function refusing({ status, said }: Refusal): Drawn<null> {
  return {
    head: pageHead({ title: say(errorTitle(status)), isPrivate: true }),
    pathname: "",
    body: <ErrorView status={status} said={said} reference={null} />,
    facts: null,
  };
}

function drawPage<Facts>({ facts, ...drawn }: Drawn<Facts>, { role, slots }: Drawing) {
  const reader = slots?.free("reader") ?? "";
  const flash = slots?.free("flash") ?? "";
  const html = drawDocument({ ...drawn, role, reader, flash });
  return { html, slots, facts, pathname: drawn.pathname };
}

/** Votes of newcomers do not move what is counted. */
const drawReader = (reader: Omit<Parameters<typeof SignedIn>[0], "pathname">) =>
  drawOnce(
    `reader ${reader.isNewcomer} ${reader.unreadCount} ${reader.waitingCount} ${reader.name}`,
    () => <SignedIn {...reader} pathname="" />,
  );

/** What the page itself marked as read is not counted; where more is unread than is counted, that stays so. */
function frameOwn(reading: Reading, markedCount: number): Own {
  const { person, flash, unreadCount, waitingCount, now } = reading;
  const until = person.suspendedUntil ?? 0;
  const left = unreadCount > MOST_TOLD ? unreadCount : Math.max(0, unreadCount - markedCount);
  return {
    reader: drawReader({
      ...{ name: person.name, isNewcomer: person.level === 0, unreadCount: left, waitingCount },
    }),
    ...(flash || until > now
      ? {
          flash: drawHtml(
            <>
              {until > now && <Suspended until={until} />}
              {flash && <Flash said={flash} />}
            </>,
          ),
        }
      : {}),
  };
}

/** The page for one request, kept nowhere. */
async function answer(page: Readable, { request, params, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { db, origin } = forum;
  const { person, flash, unreadCount, muteCount, waitingCount } = visit;
  const asked = page.ask(Object.values(params)[0] ?? "", new URL(request.url).searchParams);
  const reading = person && {
    ...{ db, person, flash, unreadCount, muteCount, waitingCount, now: forum.now() },
    isOpened: isOpened(request.method, request.headers.get("sec-purpose")),
  };
  const brought = reading && asked !== null ? await page.bring(reading, asked) : null;
  const audience: Audience = { role: person?.role ?? null, variant: brought?.variant ?? "" };
  const isOwn = page.isOwn(asked);
  if (isOwn && !reading) {
    const { pathname, search } = new URL(request.url);
    throw redirect(withNext("/sign-in", pathname + search));
  }
  const wanted = { ...audience, origin, ...(isOwn ? { reader: reading! } : {}) };
  let drawn = await page.draw(db, asked, wanted);
  if (drawn instanceof Response) return drawn;
  if (reading) {
    drawn = await withoutHidden(page, { reading, asked }, drawn, {
      draw: (hidden) => page.draw(db, asked, { ...wanted, hidden }),
    });
  }
  if (drawn instanceof Response) return drawn;
  return toResponse(drawn, reading ? await page.own(reading, drawn, brought!) : {});
}

function toResponse({ status, html, slots }: DrawnPage, own: Own) {
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(slots ? slots.fill(html, own) : html, { status, headers });
}
