/** A page made without Remix, for what is refused before a page is asked. */
import { type MessageKey, type Said, say, sayIt } from "../strings/say.ts";

/** A text as it stands in HTML, also between quotation marks; no letter of it is lost. */
export const escapeHtml = (text: string) =>
  text.replace(/[&<>"\r]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The whole HTML of a page with one title and one sentence, and below them the HTML of a form, or else the way to the threads: whoever has a text to send is led nowhere else. */
export function plainPage(title: MessageKey, text: Said, form = ""): string {
  const heading = escapeHtml(say(title));
  const away = `<p class="row"><a class="button" href="/">${escapeHtml(say("error.404.threads"))}</a></p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(say("frame.title", { page: say(title) }))}</title>
<link rel="stylesheet" href="/forum.css">
</head>
<body>
<header class="masthead"><div><a class="name" href="/">${escapeHtml(say("forum.name"))} <small>${escapeHtml(say("forum.motto"))}</small></a></div></header>
<div class="page single"><main id="main"><h1>${heading}</h1><div class="prose"><p>${escapeHtml(sayIt(text))}</p></div>${form || away}</main></div>
</body>
</html>
`;
}
