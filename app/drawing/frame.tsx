/** What stands around every page: masthead, message, foot. */
import type { ReactNode } from "react";
import type { Role } from "#db/schema.ts";
import { Mark, personPath } from "../accounts/person-link.tsx";
import { type MessageKey, type Said, say, sayRich } from "../strings/say.ts";
import { Icon } from "../ui/icon.tsx";
import { inWordsToTheMinute } from "../ui/time.tsx";

interface FrameProps {
  /** The page's own path, which the masthead marks. */
  pathname: string;
  /** Null for somebody who is not signed in. */
  role: Role | null;
  /** The reader's own part of the masthead. */
  reader: ReactNode;
  /** The message left for this page by the last one. */
  flash: ReactNode;
  children: ReactNode;
}

export function Frame({ pathname, role, reader, flash, children }: FrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        {say("frame.skip")}
      </a>
      <Masthead pathname={pathname} role={role}>
        {reader}
      </Masthead>
      {flash}
      <div className="page">{children}</div>
      <Foot />
    </>
  );
}

const marked = (pathname: string, path: string) =>
  pathname === path || (path !== "/" && pathname.startsWith(`${path}/`)) ? "page" : undefined;

function Masthead(props: Pick<FrameProps, "pathname" | "role"> & { children: ReactNode }) {
  const { pathname, role } = props;
  const current = (path: string) => marked(pathname, path);
  return (
    <header className="masthead">
      <div>
        <a className="name" href="/">
          {say("forum.name")} <small>{say("forum.motto")}</small>
        </a>
        <nav aria-label={say("frame.nav")}>
          <a href="/" aria-current={current("/") ?? current("/threads")}>
            {say("frame.threads")}
          </a>
          <a href="/topics" aria-current={current("/topics")}>
            {say("frame.topics")}
          </a>
          <a href="/search" aria-current={current("/search")}>
            {say("frame.search")}
          </a>
          <a href="/rules" aria-current={current("/rules")}>
            {say("frame.rules")}
          </a>
          <a href="/help" aria-current={current("/help")}>
            {say("frame.help")}
          </a>
          {role === "administrator" && (
            <a href="/admin" aria-current={current("/admin")}>
              {say("frame.administration")}
            </a>
          )}
        </nav>
        {props.children}
      </div>
    </header>
  );
}

/** More unread notices are not counted out. */
export const MOST_TOLD = 99;

/** In the masthead for somebody who is signed in. */
export function SignedIn(props: {
  name: string;
  isNewcomer?: boolean;
  /** Up to 100, which is told as more than 99. */
  unreadCount: number;
  /** What waits for moderators, told alike; left out for everybody else. */
  waitingCount?: number | undefined;
  pathname: string;
}) {
  const { name, isNewcomer, unreadCount, waitingCount, pathname } = props;
  return (
    <>
      {waitingCount !== undefined && <ToModeration count={waitingCount} pathname={pathname} />}
      <a
        className={waitingCount === undefined ? "spring" : undefined}
        id="inbox"
        href="/inbox"
        aria-current={marked(pathname, "/inbox")}
        data-unread={unreadCount}
      >
        <Icon name="inbox" />
        <span className="word">{say("frame.inbox")}</span>
        <span className="n" hidden={unreadCount === 0}>
          {unreadCount > MOST_TOLD ? say("frame.inbox.more", { most: MOST_TOLD }) : unreadCount}
        </span>
      </a>
      <a className="self" href={personPath(name)}>
        <Mark name={name} />
        <bdi className="word">{name}</bdi>
      </a>
      <a
        href="/account"
        aria-current={marked(pathname, "/account")}
        data-new={isNewcomer ? "" : undefined}
      >
        {say("frame.account")}
      </a>
    </>
  );
}

function ToModeration({ count, pathname }: { count: number; pathname: string }) {
  return (
    <a className="spring" href="/moderation" aria-current={marked(pathname, "/moderation")}>
      <Icon name="scales" />
      <span className="word">{say("frame.moderation")}</span>
      {count > 0 && (
        <span className="n">
          {count > MOST_TOLD ? say("frame.inbox.more", { most: MOST_TOLD }) : count}
        </span>
      )}
    </a>
  );
}

/** The same for anybody else. */
export function SignedOut({ pathname }: { pathname: string }) {
  return (
    <>
      <a className="spring" href="/sign-in" aria-current={marked(pathname, "/sign-in")}>
        {say("frame.sign-in")}
      </a>
      <a href="/sign-up" aria-current={marked(pathname, "/sign-up")}>
        {say("frame.join")}
      </a>
    </>
  );
}

/** A message that has an address to `change` what was done leads there. */
export function Flash({ said: { key, values } }: { said: Said }) {
  const change = values?.change;
  const link = (parts: ReactNode[]) => (
    <a key="change" href={String(change)}>
      {parts}
    </a>
  );
  return (
    <div className="flash" role="status">
      <p>{change === undefined ? say(key, values) : sayRich(key, { ...values, change: link })}</p>
    </div>
  );
}

/** Over every page, for somebody who is suspended until then. */
export const Suspended = ({ until }: { until: number }) => (
  <div className="flash" role="note">
    <p>
      {sayRich("frame.suspended", {
        until: inWordsToTheMinute(until),
        why: (parts) => (
          <a key="why" href="/inbox?show=decisions">
            {parts}
          </a>
        ),
      })}
    </p>
  </div>
);

const footLinks: [string, MessageKey][] = [
  ["/rules", "frame.rules"],
  ["/log", "frame.log"],
  ["/help#feeds", "feeds.foot"],
  ["/about", "frame.about"],
  ["/help", "frame.help"],
  ["/privacy", "frame.privacy"],
  ["/terms", "frame.terms"],
];

function Foot() {
  return (
    <footer className="foot">
      <div>
        <p>{say("forum.opinion")}</p>
        <nav aria-label={say("frame.page-links")}>
          <ul>
            {footLinks.map(([path, key]) => (
              <li key={path}>
                <a href={path}>{say(key)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
