/** An open page, as far as the forum can tell: it keeps what it is told. */
import { beginSession } from "#app/accounts/session.server.ts";
import { hashToken } from "#app/accounts/token.server.ts";
import type { Outlet } from "#app/live/stream.ts";
import type { FindHidden, Watch } from "#app/live/watch.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";

export interface Told {
  event: string;
  id: string | null;
  data: Record<string, unknown>;
}

/** The events of a stream's text; what is no event is left out. */
export function eventsOf(text: string): Told[] {
  return text.split("\n\n").flatMap((block) => {
    const fields = new Map(
      block.split("\n").map((line) => [line.split(": ")[0]!, line.slice(line.indexOf(": ") + 2)]),
    );
    const event = fields.get("event");
    if (!event) return [];
    return [{ event, id: fields.get("id") ?? null, data: JSON.parse(fields.get("data")!) }];
  });
}

/** The other end of a stream; `waiting` is what it has not taken. */
export class Page implements Outlet {
  text = "";
  isEnded = false;
  isCut = false;
  bytes = 0;

  write(text: string) {
    this.text += text;
  }
  waiting() {
    return this.bytes;
  }
  end() {
    this.isEnded = true;
  }
  cut() {
    this.isCut = true;
  }

  /** What it was told since it was asked last. */
  takeEvents(): Told[] {
    const events = eventsOf(this.text);
    this.text = "";
    return events;
  }

  /** The same of its thread alone, as count and first post. */
  takeReplies() {
    return this.takeEvents()
      .filter(({ event }) => event === "replies")
      .map(({ data, id }) => ({ count: data.count, first: data.first, id: Number(id) }));
  }
}

interface Wish {
  person?: Person;
  thread?: { id: number; after: number; told?: number };
  unread?: number;
  now?: number;
  owner?: string;
  scale?: number;
}

/** Opens a page on a watch; null where it is refused. */
export async function openStream(db: Db, watch: Watch, wish: Wish = {}) {
  const { person, thread, now = START, scale = 1 } = wish;
  const reader = person ? await signIn(db, person) : null;
  const owner = wish.owner ?? (person ? `person ${person.id}` : "192.0.2.1");
  const page = new Page();
  const stream = watch.open(
    {
      ...{ reader, owner, scale, unread: wish.unread ?? null },
      thread: thread ? { ...thread, told: thread.told ?? thread.after } : null,
    },
    page,
    now,
  );
  return stream && { page, stream, reader };
}

async function signIn(db: Db, person: Person) {
  const { token } = await beginSession(db, person.id, START);
  return { personId: person.id, sessionId: hashToken(token) };
}

/** Nobody mutes anything. */
export const nothingHidden: FindHidden = async () => new Set();
