/** The site map: every address of the forum, each with its module. The server itself answers /health, /csp-report and /live. */
import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The feed of a list, in each form: Atom and JSON Feed. */
const feed = (path: string, module: string) =>
  ["xml", "json"].map((form) =>
    route(`${path}feed.${form}`, `routes/${module}.ts`, { id: `routes/${module}-${form}` }),
  );

export default [
  index("routes/front.tsx"),

  route("search", "routes/search.tsx"),
  route("topics", "routes/topics.tsx"),
  route("topics/:topic", "routes/topic.tsx"),

  route("threads/new", "routes/thread-new.tsx"),
  route("threads/similar.json", "routes/threads-similar.ts"),
  route("threads/:thread.md", "routes/thread-markdown.ts"),
  route("threads/:thread.json", "routes/thread-json.ts"),
  route("threads/:thread", "routes/thread.tsx"),
  route("threads/:thread/reply", "routes/thread-reply.tsx"),
  route("threads/:thread/pin", "routes/thread-pin.tsx"),
  route("threads/:thread/lock", "routes/thread-lock.tsx"),

  route("posts/:post", "routes/post.ts"),
  route("posts/:post/edit", "routes/post-edit.tsx"),
  route("posts/:post/history", "routes/post-history.tsx"),
  route("posts/:post/withdraw", "routes/post-withdraw.tsx"),
  route("posts/:post/save", "routes/post-save.tsx"),
  route("posts/:post/thanks", "routes/post-thanks.tsx"),
  route("posts/:post/vote", "routes/post-vote.tsx"),
  route("posts/:post/why", "routes/post-why.tsx"),
  route("posts/:post/exemplary", "routes/post-exemplary.tsx"),
  route("posts/:post/changed-my-mind", "routes/post-changed-my-mind.tsx"),
  route("preview", "routes/preview.tsx"),
  // Where JSON is asked for, /preview leads here.
  route("preview.json", "routes/preview-json.ts"),

  route("drafts", "routes/drafts.tsx"),
  route("drafts.json", "routes/drafts-json.ts"),
  route("drafts/:draft", "routes/draft.tsx"),

  route("people.json", "routes/people-json.ts"),
  route("people/:name", "routes/person.tsx"),
  route("inbox", "routes/inbox.tsx"),
  route("inbox/kinds", "routes/inbox-kinds.tsx"),
  route("notices/:notice", "routes/notice.ts"),
  route("notices/:notice/read", "routes/notice-read.tsx"),
  route("notices/:notice/stop", "routes/notice-stop.tsx"),
  route("saved", "routes/saved.tsx"),
  route("follow", "routes/follow.tsx"),
  route("following", "routes/following.tsx"),
  route("following/words", "routes/following-words.tsx"),
  route("following/by-writing", "routes/following-by-writing.tsx"),
  route("standing", "routes/standing.tsx"),

  route("sign-up", "routes/sign-up.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("forgot-password", "routes/forgot-password.tsx"),
  route("reset-password/:token", "routes/reset-password.tsx"),
  route("confirm-email/:token", "routes/confirm-email.tsx"),
  route("unsubscribe/:token", "routes/unsubscribe.tsx"),
  route("account", "routes/account.tsx"),
  route("account/profile", "routes/account-profile.tsx"),
  route("account/email", "routes/account-email.tsx"),
  route("account/password", "routes/account-password.tsx"),
  route("account/sessions", "routes/account-sessions.tsx"),
  route("account/letters", "routes/account-letters.tsx"),

  route("moderation", "routes/moderation.tsx"),
  route("moderation/cases/:case", "routes/moderation-case.tsx"),

  route("admin", "routes/admin.tsx"),
  route("admin/first/:token", "routes/admin-first.tsx"),
  route("admin/people", "routes/admin-people.tsx"),
  route("admin/people/:name", "routes/admin-person.tsx"),
  route("admin/people/:name/level", "routes/admin-level.tsx"),
  route("admin/topics", "routes/admin-topics.tsx"),
  route("admin/topics/:topic", "routes/admin-topic.tsx"),
  route("admin/topics/:topic/merge", "routes/admin-topic-merge.tsx"),
  route("admin/joining", "routes/admin-joining.tsx"),
  route("admin/founding", "routes/admin-founding.tsx"),
  route("admin/invitations", "routes/admin-invitations.tsx"),
  route("admin/nudges", "routes/admin-nudges.tsx"),
  route("admin/letters", "routes/admin-letters.tsx"),
  route("admin/letters/:letter", "routes/admin-letter.tsx"),

  route("log", "routes/log.tsx"),
  route("rules", "routes/rules.tsx"),
  route("about", "routes/about.tsx"),
  route("about/scorer", "routes/about-scorer.tsx"),
  route("help", "routes/help.tsx"),
  route("privacy", "routes/privacy.tsx"),
  route("terms", "routes/terms.tsx"),

  route("sitemap.xml", "routes/sitemap.ts"),
  route("robots.txt", "routes/robots.ts"),
  route(".well-known/security.txt", "routes/security.ts"),
  ...feed("", "front-feed"),
  ...feed("topics/:topic/", "topic-feed"),
  ...feed("threads/:thread/", "thread-feed"),
  ...feed("people/:name/", "person-feed"),
  ...feed("search/", "search-feed"),
  ...feed("log/", "log-feed"),
  ...feed("following/", "following-feed"),
  route("following/feed-key", "routes/following-feed-key.tsx"),

  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
