/** Pages for reading, answered before Remix: from memory for who is not signed in, else a shared page with the reader's own parts put in. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import { readTogether } from "#db/prepared.server.ts";
import { type Soon, whenThere } from "#db/soon.ts";
import { cannotWrite } from "#db/write.server.ts";
import { readCookie } from "../accounts/cookie.ts";
import { withNext } from "../accounts/next-page.ts";
import type { Forum, Visit } from "../context.server.ts";
import { isOpened } from "../drawing/is-opened.ts";
import type { DrawnPage, Reading, Wanted } from "../drawing/reading-page.ts";
import { SharedPage } from "../drawing/shared-page.server.ts";
import { withoutHidden } from "../drawing/without-hidden.ts";
import { chooseEncoding, type Encoding } from "./choose-encoding.ts";
import { sayAway } from "./handle-request.server.ts";
import { type Form, KeptPage } from "./kept-page.server.ts";
import type { Found } from "./match-reading.ts";
import { type Made, PageCache } from "./page-cache.server.ts";
import { recogniseVisitor } from "./recognise-visitor.server.ts";
import { headerLines, setSecurityHeaders } from "./security-headers.ts";

/** What is kept: a page for who is not signed in, or one with slots; a Response is where it leads. */
type Kept = { status: number; page: KeptPage } | Slotted;
type Slotted = DrawnPage & { shared: SharedPage };

export interface ReadingDoor {
  cache: PageCache<Kept | Response>;
  proxyHops: number;
  /** The headers of pages for readers who are signed in, or are not. */
  lines: { ofPerson: string[]; ofVisitor: string[] } | null;
}

/** A door that keeps up to so many bytes of pages. */
export const openReadingDoor = (mostBytes: number, proxyHops: number): ReadingDoor => ({
  cache: new PageCache(mostBytes),
  proxyHops,
  lines: null,
});

/** Answers a GET or HEAD of a page for reading; what is kept for who is not signed in, at once. `isFirst` says that nothing was waited for since the request came. */
export function answerReading(
  door: ReadingDoor,
  forum: Forum,
  found: Found,
  isFirst: boolean,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Soon<void> {
  door.lines ??= {
    ofPerson: linesOf(forum, "private, no-store"),
    ofVisitor: linesOf(forum, "no-cache"),
  };
  const asking = { door, lines: door.lines, forum, found, incoming, outgoing };
  const sayWhy = (error: unknown) => orSayAway(asking, error);
  try {
    const { cookie } = incoming.headers;
    const isSignedIn = cookie !== undefined && readCookie(cookie, isSecure(forum)) !== null;
    // Asked for whoever comes, since it also lets what comes at one moment be read together.
    const state = isFirst ? readTogether(forum.db) : null;
    const answered = isSignedIn ? answerRecognised(asking) : answerVisitor(asking, state);
    return answered instanceof Promise ? answered.catch(sayWhy) : answered;
  } catch (error) {
    sayWhy(error);
  }
}

/** Says that the database is away, where that is what went wrong. */
function orSayAway({ forum, incoming, outgoing }: Asking, error: unknown) {
  if (!cannotWrite(error)) throw error;
  forum.reportError(error, incoming.url ?? "");
  setSecurityHeaders(outgoing, forum.origin);
  sayAway(incoming, outgoing, null);
}

interface Asking {
  door: ReadingDoor;
  lines: NonNullable<ReadingDoor["lines"]>;
  forum: Forum;
  found: Found;
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

const isSecure = ({ origin }: Forum) => origin.startsWith("https:");

async function answerRecognised(asking: Asking) {
  const { door, forum, incoming } = asking;
  const { visit, cookie } = await recogniseVisitor(forum, incoming, door.proxyHops);
  const cookies = cookie ? ["Set-Cookie", cookie] : [];
  if (visit.person) await answerPerson(asking, visit, cookies);
  else await answerVisitor(asking, null, cookies);
}

/** `state` is the number of what the database holds, where it has one. */
function answerVisitor(asking: Asking, state: number | null, cookies: string[] = []): Soon<void> {
  const { door, lines, found, incoming } = asking;
  if (found.page.isOwn(found.asked)) {
    const to = withNext("/sign-in", incoming.url ?? "/");
    const first = new Response(null, { status: 302, headers: { Location: to } });
    return sendElsewhere(asking, first, [...lines.ofVisitor, ...cookies]);
  }
  const encoding = chooseEncoding(incoming.headers["accept-encoding"]);
  const make = () => drawForVisitors(asking, encoding);
  const taken = whenThere(versionOf(asking, state), (version) =>
    version === null
      ? make().then(({ page }) => page)
      : door.cache.take(found.address, String(version), make),
  );
  return whenThere(taken, (page) => sendPage(asking, page, encoding, cookies));
}

/** The version of the page; it is not read again while nothing is written, since that costs more than to ask whether anything was. */
function versionOf({ forum, found }: Asking, state: number | null): Soon<number | null> {
  if (state !== null && found.known?.state === state) return found.known.version;
  const version = found.page.versionOf(forum.db, found.asked);
  if (state !== null && !(version instanceof Promise)) found.known = { state, version };
  return version;
}

async function drawForVisitors(
  { lines, forum, found, incoming }: Asking,
  encoding: Encoding,
): Promise<Made<Kept | Response>> {
  const { page, asked } = found;
  const drawn = await page.draw(forum.db, asked, { ...nobody, origin: forum.origin });
  if (drawn instanceof Response) return { page: drawn, bytes: null };
  const kept = new KeptPage(drawn.html, lines.ofVisitor);
  await kept.take(encoding);
  // A page that somebody's cookie might have had a part in is kept for nobody.
  const isKept = drawn.status === 200 && incoming.headers.cookie === undefined;
  return { page: { status: drawn.status, page: kept }, bytes: isKept ? kept.bytes : null };
}

/** Sends a page drawn for who is not signed in, in the encoding that is wanted. */
function sendPage(
  asking: Asking,
  taken: Kept | Response,
  encoding: Encoding,
  cookies: string[],
): Soon<void> {
  const { door, lines, found, incoming, outgoing } = asking;
  if (taken instanceof Response)
    return sendElsewhere(asking, taken, [...lines.ofVisitor, ...cookies]);
  if (!("page" in taken)) throw new Error("A page for nobody was kept with slots.");
  const { status, page } = taken;
  if (status === 200 && page.isKnown(incoming.headers["if-none-match"])) {
    outgoing.writeHead(304, [...page.headersOf(encoding), ...cookies]);
    outgoing.end();
    return;
  }
  const resize = () => door.cache.resize(found.address, taken, page.bytes);
  const sendForm = ({ headers, body }: Form) => {
    page.improve(encoding, resize);
    send(asking, status, cookies.length > 0 ? [...headers, ...cookies] : headers, body);
  };
  const form = page.find(encoding);
  if (form) return sendForm(form);
  return page.take(encoding).then((made) => {
    resize();
    sendForm(made);
  });
}

const nobody = { role: null, variant: "" };

async function answerPerson(asking: Asking, visit: Visit, cookies: string[]) {
  const { door, lines, forum, found, incoming } = asking;
  const { page, asked } = found;
  const { db, origin } = forum;
  const person = visit.person!;
  const purpose = String(incoming.headers["sec-purpose"] ?? "");
  const reading: Reading = {
    ...{ db, person, now: forum.now(), flash: visit.flash },
    ...{ unreadCount: visit.unreadCount, muteCount: visit.muteCount },
    waitingCount: visit.waitingCount,
    isOpened: isOpened(incoming.method ?? "", purpose),
  };
  const brought = await page.bring(reading, asked);
  const version = await versionOf(asking, null);
  const audience = { role: person.role, variant: brought.variant };
  const drawFor = async (wish: Pick<Wanted, "reader" | "hidden">) => {
    const drawn = await page.draw(db, asked, { ...audience, origin, ...wish });
    if (drawn instanceof Response) return { page: drawn, bytes: null };
    const shared = new SharedPage(drawn.html, drawn.slots!);
    const kept = { ...drawn, html: "", slots: null, shared };
    return { page: kept, bytes: drawn.status === 200 ? shared.bytes : null };
  };
  const isOwn = page.isOwn(asked);
  const forWhom = isOwn ? { reader: reading } : {};
  let address = `${audience.role} ${audience.variant} ${found.address}`;
  const isKept = version !== null && !isOwn;
  const take = async (hidden?: ReadonlySet<number>): Promise<Slotted | Response> => {
    const make = () => drawFor({ ...forWhom, ...(hidden ? { hidden } : {}) });
    const taken: Kept | Response = isKept
      ? await door.cache.take(address, String(version), make)
      : (await make()).page;
    if (taken instanceof Response || "shared" in taken) return taken;
    throw new Error("A page with slots was kept for nobody.");
  };
  let taken = await take();
  if (!(taken instanceof Response)) {
    const shared = address;
    taken = await withoutHidden(page, { reading, asked }, taken, {
      draw(hidden) {
        // Whoever mutes the same of it may share it; the longest unasked goes first, as of all pages.
        address = `hidden ${[...hidden].sort((one, other) => one - other)} ${shared}`;
        return take(hidden);
      },
      isCurrent: async () => isKept && (await page.versionOf(db, asked)) === version,
    });
  }
  if (taken instanceof Response)
    return sendElsewhere(asking, taken, [...lines.ofPerson, ...cookies]);
  const slotted = taken;
  const { shared } = slotted;
  const own = await page.own(reading, taken, brought);
  const zipped = await shared.fill(own, () => door.cache.resize(address, slotted, shared.bytes));
  const isZipped = chooseEncoding(incoming.headers["accept-encoding"], ["gzip"]) === "gzip";
  const body = isZipped ? zipped : gunzipSync(zipped);
  const encoded = isZipped ? ["Content-Encoding", "gzip"] : [];
  const length = ["Content-Length", String(body.length)];
  send(asking, taken.status, [...lines.ofPerson, ...encoded, ...length, ...cookies], body);
}

const linesOf = ({ origin }: Forum, caching: string) => [
  ...headerLines(origin),
  ...["Content-Type", "text/html; charset=utf-8"],
  ...["Cache-Control", caching, "Vary", "Accept-Encoding, Cookie"],
];

function send({ incoming, outgoing }: Asking, status: number, headers: string[], body: Buffer) {
  outgoing.writeHead(status, headers);
  outgoing.end(incoming.method === "HEAD" ? undefined : body);
}

function sendElsewhere({ outgoing }: Asking, { status, headers }: Response, lines: string[]) {
  outgoing.writeHead(status, [...lines, "Location", headers.get("Location") ?? "/"]);
  outgoing.end();
}
