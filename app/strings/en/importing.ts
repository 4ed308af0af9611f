/** What an import says while it runs, and what is shown of what it brought. */
export const importing = {
  "import.placeholder":
    "The first post of this thread was not part of what was imported; the replies below were.",
  "import.reason":
    "{added, plural, one {One post} other {# posts}} came with {threads, plural, =0 {no new thread} one {one new thread} other {# new threads}}{changed, plural, =0 {} one {, and one post was brought up to date} other {, and # posts were brought up to date}}.",
  "log.imported": "Debates were imported from {after}, from the command line.",

  "import.progress": "{done, number} of {found, number} posts",
  "import.stopping":
    "Stopping at the next place from which it can go on. Once more ends it at once; nothing is lost by that either.",
  "import.end": "Imported from {source}.",
  "import.end.threads": "Threads: {added, number} added, {there, number} here before.",
  "import.end.posts":
    "Posts: {added, number} added, {changed, number} brought up to date, {there, number} here before.",
  "import.end.people":
    "People: {added, number} added{renamed, plural, =0 {} other {, # of them under another name}}, {there, number} here before.",
  "import.end.orphans":
    "{count, plural, one {One reply answers a post that is} other {# replies answer posts that are}} not here.",
  "import.end.skipped": "Skipped: {count, number}, each told above.",
  "import.end.outdone": "an older text of a post that is here once more",
  "import.end.gone": "a post that a later row says is hidden or deleted there",
  "import.end.unreadable": "a file that cannot be read",
  "import.end.stopped": "It was stopped. Run the same command again, and it goes on where it was.",

  "import.skip.no-json": "this is no JSON",
  "import.skip.long-line": "this line is longer than any post",
  "import.skip.no-post": "this is no post",
  "import.skip.no-place": "it has no id, no thread or no number",
  "import.skip.private": "it is of a private conversation",
  "import.skip.action": "it is a note of the forum about something done to the thread",
  "import.skip.whisper": "it was whispered among moderators",
  "import.skip.kind": "it is no post that people wrote",
  "import.skip.hidden": "it was hidden there",
  "import.skip.thread-deleted": "its thread was deleted there",
  "import.skip.unlisted": "its thread is not listed there",
  "import.skip.deleted": "it was deleted there",
  "import.skip.no-author": "it has no author",
  "import.skip.no-time": "it has no time",
  "import.skip.ahead": "its time is still to come",
  "import.skip.no-text": "it has no text as it was written (its “raw”; ask for include_raw=1)",
  "import.skip.cooked":
    "its text came only as HTML, which nests too deep or is too long (ask for include_raw=1)",
  "import.skip.too-long": "its text is longer than 128 KB",
  "import.skip.outdone":
    "post {id} is here once more with another text; the one edited last is taken ({kept})",
  "import.skip.gone":
    "a later row says that post {id} is hidden or deleted there; it is left out ({kept})",
  "import.skip.moved": "an earlier import brought it into another thread, where it stays",
  "import.skip.other":
    "a post of another forum has its place here; name that forum with a --source of its own",
  "import.file.cut": "the file is cut off here; what came before is taken",
  "import.file.damaged": "the file is damaged from here on; what came before is taken",
  "import.file.too-long":
    "the file is one value, and longer than a thread may be; cut it into several",
  "import.file.unreadable": "cannot be read: {why}",
  "import.renamed": "is called {name} here",
  "import.withdrawn": "what an earlier import brought of it is taken out of sight",
  "import.withdrawn.thread":
    "{count, plural, one {one post} other {# posts}} of the thread that an earlier import brought {count, plural, one {is} other {are}} taken out of sight",
  "import.as-written": "its text cannot be laid out and is shown as it was written",
  "import.parent.missing":
    "it answers post {parent}, which is not here; it stands below post {below}",
  "import.parent.later":
    "it answers post {parent}, which came later; its time is that of the post it answers",
} as const;
