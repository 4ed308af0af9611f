/** Who may do what at each address: the table that tests/http/roles.test.ts holds the forum to. */
import { randomUUID } from "node:crypto";

/** What the addresses of one call are about; made anew for every call, by Ada where it has an author. */
export interface Target {
  thread: number;
  /** The opening post. */
  post: number;
  topic: string;
  /** A rule's name in addresses. */
  rule: string;
  /** That of one that was retired. */
  retired: string;
  /** Another topic's name. */
  into: string;
  /** A member's name. */
  person: string;
  /** A warning of Ada. */
  act: number;
  /** One that waits in the outbox. */
  letter: number;
  /** The first administrator's, which nobody is offered any more. */
  token: string;
}

export const roles = ["signed out", "newcomer", "author", "member", "moderator", "administrator"];

export interface Row {
  /** As in app/routes.ts; "" is the front page. */
  route: string;
  path: (target: Target) => string;
  /** What each of the roles is answered, in their order; "in" is a redirect to signing in. */
  get: string;
  post: string;
  /** What is sent. */
  form?: (target: Target) => Record<string, string>;
}

const everybody = (status: number) => Array(6).fill(status).join(" ");
const same = (route: string) => () => `/${route}`;

/** A page that everybody reads and nobody writes to. */
const reading = (route: string, path: Row["path"] = same(route)): Row => ({
  route,
  path,
  get: everybody(200),
  post: everybody(405),
});

/** The feed of a list, in both forms. */
const feed = (route: string, path: Row["path"], query = ""): Row[] =>
  ["xml", "json"].map((form) =>
    reading(`${route}feed.${form}`, (target) => `/${path(target)}feed.${form}${query}`),
  );

/** A page of administration. */
const administration = (
  route: string,
  form: Row["form"] | null,
  path: Row["path"] = same(route),
): Row => ({
  route,
  path,
  get: "in 403 403 403 403 200",
  post: form ? "401 403 403 403 403 302" : everybody(405),
  ...(form ? { form } : {}),
});

/** A page of moderators. */
const moderation = (
  route: string,
  form: Row["form"] | null,
  path: Row["path"] = same(route),
): Row => ({
  route,
  path,
  get: "in 403 403 403 200 200",
  post: form ? "401 403 403 403 302 302" : everybody(405),
  ...(form ? { form } : {}),
});

const PASSWORD = "nine lemons under a bridge";
const why = { reason: "It has to be tried." };

export const routes: Row[] = [
  reading("", () => "/"),
  reading("search", () => "/search?q=weights"),
  reading("topics"),
  reading("topics/:topic", ({ topic }) => `/topics/${topic}`),

  {
    route: "threads/new",
    path: same("threads/new"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: () => ({ title: "A new thread", body: "With words.", topics: "Open weights" }),
  },
  { ...reading("threads/similar.json"), get: "401 200 200 200 200 200" },
  reading("threads/:thread.md", ({ thread }) => `/threads/${thread}.md`),
  reading("threads/:thread.json", ({ thread }) => `/threads/${thread}.json`),
  reading("threads/:thread", ({ thread }) => `/threads/${thread}`),
  {
    route: "threads/:thread/reply",
    path: ({ thread }) => `/threads/${thread}/reply`,
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: () => ({ body: "An answer with words." }),
  },
  {
    route: "threads/:thread/pin",
    path: ({ thread }) => `/threads/${thread}/pin`,
    get: "in 403 403 403 200 200",
    post: "401 403 403 403 302 302",
    form: () => why,
  },
  {
    route: "threads/:thread/lock",
    path: ({ thread }) => `/threads/${thread}/lock`,
    get: "in 403 403 403 200 200",
    post: "401 403 403 403 302 302",
    form: () => why,
  },

  {
    route: "threads/:thread/quiet",
    path: ({ thread }) => `/threads/${thread}/quiet`,
    get: "in 403 200 403 403 403",
    post: "401 403 302 403 403 403",
    form: () => why,
  },
  {
    route: "threads/:thread/slow",
    path: ({ thread }) => `/threads/${thread}/slow`,
    get: "in 403 403 403 200 200",
    post: "401 403 403 403 302 302",
    form: () => ({ ...why, seconds: "300" }),
  },
  {
    route: "threads/:thread/topics",
    path: ({ thread }) => `/threads/${thread}/topics`,
    get: "in 403 403 403 200 200",
    post: "401 403 403 403 302 302",
    form: ({ into }) => ({ ...why, topics: into }),
  },
  {
    route: "threads/:thread/merge",
    path: ({ thread }) => `/threads/${thread}/merge`,
    get: "in 403 403 403 200 200",
    post: "401 403 403 403 422 422",
    form: ({ thread }) => ({ ...why, into: String(thread) }),
  },

  { ...reading("posts/:post", ({ post }) => `/posts/${post}`), get: everybody(302) },
  {
    route: "posts/:post/edit",
    path: ({ post }) => `/posts/${post}/edit`,
    get: "in 403 200 403 403 403",
    post: "401 403 302 403 403 403",
    form: () => ({ body: "Other words.", version: "1" }),
  },
  {
    route: "posts/:post/split",
    path: ({ post }) => `/posts/${post}/split`,
    get: "in 403 403 403 409 409",
    post: "401 403 403 403 409 409",
    form: () => ({ ...why, title: "Another question" }),
  },
  reading("posts/:post/history", ({ post }) => `/posts/${post}/history`),
  {
    route: "posts/:post/withdraw",
    path: ({ post }) => `/posts/${post}/withdraw`,
    get: "in 403 200 403 403 403",
    post: "401 403 302 403 403 403",
  },
  {
    route: "posts/:post/rewrite",
    path: ({ post }) => `/posts/${post}/rewrite`,
    get: "in 403 200 403 403 403",
    post: "401 403 409 403 403 403",
    form: () => ({ body: "Other words.", version: "1" }),
  },
  {
    route: "posts/:post/save",
    path: ({ post }) => `/posts/${post}/save`,
    get: everybody(302),
    post: "401 302 302 302 302 302",
    form: () => ({ saved: "1" }),
  },
  {
    route: "posts/:post/thanks",
    path: ({ post }) => `/posts/${post}/thanks`,
    get: everybody(302),
    post: "401 302 403 302 302 302",
    form: () => ({ thanks: "1" }),
  },
  {
    route: "posts/:post/vote",
    path: ({ post }) => `/posts/${post}/vote`,
    get: "in 302 302 302 302 302",
    post: "401 302 403 302 302 302",
    form: () => ({ worth: "1" }),
  },
  reading("posts/:post/why", ({ post }) => `/posts/${post}/why`),
  moderation(
    "posts/:post/moderate",
    () => ({ ...why, kind: "ask" }),
    ({ post }) => `/posts/${post}/moderate`,
  ),
  {
    route: "posts/:post/flag",
    path: ({ post }) => `/posts/${post}/flag`,
    get: "in 200 403 200 200 200",
    post: "401 302 403 302 302 302",
    form: () => ({ reason: "off-topic", note: "Of another thread." }),
  },
  {
    // Nothing waits for a look.
    route: "posts/:post/let-go",
    path: ({ post }) => `/posts/${post}/let-go`,
    get: everybody(302),
    post: "401 403 403 403 409 409",
  },
  {
    route: "posts/:post/exemplary",
    path: ({ post }) => `/posts/${post}/exemplary`,
    get: "in 403 403 200 200 200",
    post: "401 403 403 302 302 302",
    form: () => ({ line: "Fair to both sides." }),
  },
  {
    route: "posts/:post/changed-my-mind",
    path: ({ post }) => `/posts/${post}/changed-my-mind`,
    get: everybody(200),
    post: "401 302 403 302 302 302",
    form: () => ({ before: "I thought otherwise.", now: "Now I see it. ".repeat(6) }),
  },
  {
    ...reading("preview"),
    post: everybody(200),
    form: () => ({ body: "Words." }),
  },
  {
    ...reading("preview.json"),
    get: everybody(400),
    post: everybody(200),
    form: () => ({ body: "Words." }),
  },

  {
    route: "drafts",
    path: same("drafts"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: () => ({ key: randomUUID(), body: "Not finished.", place: "/threads/new" }),
  },
  {
    route: "drafts.json",
    path: () => "/drafts.json?for=/threads/new",
    get: everybody(400),
    post: "401 200 200 200 200 200",
    form: () => ({ key: randomUUID(), body: "Not finished." }),
  },
  {
    // Nobody's draft: each is its writer's alone.
    route: "drafts/:draft",
    path: () => `/drafts/${randomUUID()}`,
    get: "in 404 404 404 404 404",
    post: "401 404 404 404 404 404",
  },

  { ...reading("people.json", () => "/people.json?begins=b"), get: "401 200 200 200 200 200" },
  reading("people/:name", ({ person }) => `/people/${person}`),
  {
    route: "people/:name/block",
    path: ({ person }) => `/people/${person}/block`,
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
  },
  {
    route: "inbox",
    path: same("inbox"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
  },
  {
    route: "inbox/kinds",
    path: same("inbox/kinds"),
    get: everybody(302),
    post: "401 302 302 302 302 302",
    form: () => ({ kind: "thanks", stopped: "0" }),
  },
  {
    // Nobody's notice: each is its reader's alone.
    route: "notices/:notice",
    path: () => "/notices/999999",
    get: "in 404 404 404 404 404",
    post: everybody(405),
  },
  {
    route: "notices/:notice/read",
    path: () => "/notices/999999/read",
    get: everybody(302),
    post: "401 404 404 404 404 404",
  },
  {
    route: "notices/:notice/stop",
    path: () => "/notices/999999/stop",
    get: everybody(302),
    post: "401 404 404 404 404 404",
  },
  { ...reading("saved"), get: "in 200 200 200 200 200" },
  { ...reading("held"), get: "in 403 403 403 200 200" },
  {
    // Without a query it is about nothing.
    route: "follow",
    path: same("follow"),
    get: "in 404 404 404 404 404",
    post: "401 302 302 302 302 302",
    form: ({ thread }) => ({ kind: "thread", id: `${thread}`, level: "every" }),
  },
  { ...reading("following"), get: "in 200 200 200 200 200" },
  {
    route: "following/words",
    path: same("following/words"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: () => ({ words: "gannets, herrings" }),
  },
  {
    route: "following/by-writing",
    path: same("following/by-writing"),
    get: everybody(302),
    post: "401 302 302 302 302 302",
    form: () => ({ follows: "1" }),
  },
  { ...reading("standing"), get: "in 200 200 200 200 200" },

  {
    route: "sign-up",
    path: same("sign-up"),
    get: "200 302 302 302 302 302",
    post: everybody(302),
    form: ({ post }) => ({ name: `Joiner${post}`, password: PASSWORD }),
  },
  {
    route: "sign-in",
    path: same("sign-in"),
    get: "200 302 302 302 302 302",
    post: everybody(302),
    form: () => ({ name: "Ada", password: PASSWORD }),
  },
  {
    route: "sign-out",
    path: same("sign-out"),
    get: "302 200 200 200 200 200",
    post: everybody(302),
  },
  {
    route: "forgot-password",
    path: same("forgot-password"),
    get: everybody(200),
    post: everybody(302),
    form: () => ({ who: "Nobody" }),
  },
  // Nobody's links: what right ones do, whoever presses, stands in tests of their own.
  ...["reset-password", "confirm-email", "unsubscribe"].map(
    (route): Row => ({
      route: `${route}/:token`,
      path: ({ token }) => `/${route}/${token}`,
      get: everybody(404),
      post: everybody(404),
      form: () => ({ password: PASSWORD }),
    }),
  ),
  {
    route: "account",
    path: same("account"),
    get: "in 200 200 200 200 200",
    post: everybody(405),
  },
  {
    route: "account/profile",
    path: same("account/profile"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: () => ({ about: "I read licences." }),
  },
  {
    route: "account/email",
    path: same("account/email"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: ({ post }) => ({ "present-password": PASSWORD, email: `kept-${post}@mail.example` }),
  },
  {
    route: "account/password",
    path: same("account/password"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: () => ({ "present-password": PASSWORD, password: PASSWORD }),
  },
  {
    route: "account/sessions",
    path: same("account/sessions"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: () => ({ end: "others" }),
  },
  {
    route: "account/letters",
    path: same("account/letters"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: () => ({ "at-once": "1", digest: "daily", weekday: "1", hour: "8", zone: "UTC" }),
  },
  {
    route: "account/mailbox",
    path: same("account/mailbox"),
    get: "in 200 200 200 200 200",
    post: "401 302 302 302 302 302",
    form: () => ({ body: "I have a question about a rule." }),
  },

  moderation("moderation", null),
  // Nobody's case: what a real one shows and to whom stands in tests of its own.
  {
    ...moderation(
      "moderation/cases/:case",
      () => ({ ...why, kind: "dismiss" }),
      () => "/moderation/cases/999999",
    ),
    get: "in 403 403 403 404 404",
    post: "401 403 403 403 404 404",
  },
  moderation("moderation/people/:name", null, ({ person }) => `/moderation/people/${person}`),
  {
    ...moderation(
      "moderation/people/:name/note",
      () => ({ note: "Was kind." }),
      ({ person }) => `/moderation/people/${person}/note`,
    ),
    get: "in 403 403 403 302 302",
  },
  moderation(
    "moderation/people/:name/:act",
    () => why,
    ({ person }) => `/moderation/people/${person}/warn`,
  ),
  moderation("moderation/appeals", null),
  // Nobody's appeal.
  {
    ...moderation(
      "moderation/appeals/:appeal",
      () => ({ ...why, verdict: "upheld" }),
      () => "/moderation/appeals/999999",
    ),
    get: "in 403 403 403 404 404",
    post: "401 403 403 403 404 404",
  },
  {
    // For members of level 3, whom no role makes one.
    route: "moderation/clear",
    path: same("moderation/clear"),
    get: "in 403 403 403 403 403",
    post: "401 403 403 403 403 403",
    form: () => ({ case: "1", version: "1", verdict: "ask" }),
  },
  moderation("moderation/mailbox", null),
  moderation(
    "moderation/mailbox/:name",
    () => ({ body: "You are right.", version: "0" }),
    ({ person }) => `/moderation/mailbox/${person}`,
  ),

  administration("admin", null),
  {
    route: "admin/first/:token",
    path: ({ token }) => `/admin/first/${token}`,
    get: everybody(404),
    post: "401 403 403 403 403 403",
  },
  administration("admin/people", null),
  administration(
    "admin/people/:name",
    () => ({ ...why, role: "moderator" }),
    ({ person }) => `/admin/people/${person}`,
  ),
  administration(
    "admin/people/:name/level",
    () => ({ ...why, level: "1" }),
    ({ person }) => `/admin/people/${person}/level`,
  ),
  administration("admin/moderators", () => ({ ...why, hours: "1", moderator: "999999" })),
  administration("admin/topics", ({ post }) => ({ ...why, name: `Topic ${post}`, about: "" })),
  administration(
    "admin/topics/:topic",
    ({ post }) => ({ ...why, name: `Renamed ${post}`, about: "" }),
    ({ topic }) => `/admin/topics/${topic}`,
  ),
  administration(
    "admin/topics/:topic/merge",
    ({ into }) => ({ ...why, into }),
    ({ topic }) => `/admin/topics/${topic}/merge`,
  ),
  administration("admin/rules", () => ({
    ...{ ...why, title: "Be brief", body: "Say it once.", position: "8" },
  })),
  administration(
    "admin/rules/:rule",
    () => ({ ...why, title: "Be kind", body: "It costs nothing.", position: "1", version: "1" }),
    ({ rule }) => `/admin/rules/${rule}`,
  ),
  administration(
    "admin/rules/:rule/retire",
    () => ({ ...why, version: "1" }),
    ({ rule }) => `/admin/rules/${rule}/retire`,
  ),
  administration(
    "admin/rules/:rule/return",
    () => why,
    ({ retired }) => `/admin/rules/${retired}/return`,
  ),
  administration("admin/joining", () => ({ ...why, joining: "open" })),
  administration("admin/founding", () => ({ ...why, founding: "off" })),
  {
    ...administration("admin/invitations", () => ({})),
    post: "401 403 403 403 403 201",
  },
  administration("admin/nudges", null),
  administration("admin/letters", null),
  administration(
    "admin/letters/:letter",
    () => ({}),
    ({ letter }) => `/admin/letters/${letter}`,
  ),

  reading("log"),
  reading("log/report"),
  reading("log/report/:month", () => "/log/report/2026-11"),
  reading("log/:act", ({ act }) => `/log/${act}`),
  {
    route: "log/:act/undo",
    path: ({ act }) => `/log/${act}/undo`,
    get: "in 403 403 403 200 200",
    post: "401 403 403 403 302 302",
    form: () => why,
  },
  {
    route: "log/:act/appeal",
    path: ({ act }) => `/log/${act}/appeal`,
    get: "in 403 200 403 403 403",
    post: "401 403 302 403 403 403",
    form: () => ({ body: "It was a quotation." }),
  },
  reading("rules"),
  reading("about"),
  reading("about/moderation"),
  {
    ...reading("about/scorer"),
    post: everybody(200),
    form: () => ({ text: "Words to be weighed." }),
  },
  reading("help"),
  reading("privacy"),
  reading("terms"),

  reading("sitemap.xml"),
  reading("robots.txt"),
  reading(".well-known/security.txt"),
  ...feed("", () => ""),
  ...feed("topics/:topic/", ({ topic }) => `topics/${topic}/`),
  ...feed("threads/:thread/", ({ thread }) => `threads/${thread}/`),
  ...feed("people/:name/", ({ person }) => `people/${person}/`),
  ...feed("search/", () => "search/", "?q=weights"),
  ...feed("log/", () => "log/"),
  // Nobody's: each has a key.
  ...feed("following/", () => "following/").map((row) => ({ ...row, get: everybody(404) })),
  {
    route: "following/feed-key",
    path: same("following/feed-key"),
    get: "in 200 200 200 200 200",
    post: "401 201 201 201 201 201",
  },

  { route: "*", path: same("missing/page"), get: everybody(404), post: everybody(404) },
];
