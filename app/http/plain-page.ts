/** A page made without Remix, for what is refused before a page is asked. */
import { type MessageKey, type Said, say, sayIt } from "../strings/say.ts";

const asText = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The whole HTML of a page with one title and one sentence. */
export function plainPage(title: MessageKey, text: Said): string {
  const heading = asText(say(title));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${asText(say("frame.title", { page: say(title) }))}</title>
<link rel="stylesheet" href="/forum.css">
</head>
<body>
<header class="masthead"><div><a class="name" href="/">${asText(say("forum.name"))} <small>${asText(say("forum.motto"))}</small></a></div></header>
<div class="page single"><main id="main"><h1>${heading}</h1><div class="prose"><p>${asText(sayIt(text))}</p></div><p class="row"><a class="button" href="/">${asText(say("error.404.threads"))}</a></p></main></div>
</body>
</html>
`;
}
