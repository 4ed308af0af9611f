/** A letter as text and as HTML, from the same pieces: whoever reads either reads all of it. */
import { escapeHtml, withoutTurning } from "../markdown/escape.ts";

/** What a letter is made of, in order. */
export type Piece =
  | { kind: "words"; text: string }
  | { kind: "press"; text: string; href: string }
  | { kind: "post"; title: string; href: string; about: string; excerpt: string }
  | { kind: "link"; text: string; href: string }
  /** A link after posts, set off from them. */
  | { kind: "after"; text: string; href: string };

interface Parts {
  /** On top of the letter. */
  title: string;
  pieces: Piece[];
  /** Below a line, smaller. */
  footer: Piece[];
}

/** Most characters of a line of the text. */
const LINE = 72;

/** Makes both forms; every address in it is whole, and it loads nothing from anywhere. */
export function composeLetter(parts: Parts): { text: string; html: string } {
  return { text: asText(parts), html: asHtml(parts) };
}

/** What people wrote, on one line, and without marks that turn what follows. */
const plain = (text: string) =>
  withoutTurning(text)
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

const asText = ({ title, pieces, footer }: Parts) =>
  `${[plain(title), ...pieces.map(pieceAsText)].join("\n\n")}\n\n-- \n${footer.map(pieceAsText).join("\n\n")}\n`;

function pieceAsText(piece: Piece): string {
  switch (piece.kind) {
    case "words":
      return wrap(plain(piece.text));
    case "press":
    case "link":
    case "after":
      return `${wrap(`${plain(piece.text)}:`)}\n${piece.href}`;
    case "post": {
      const lines = [wrap(plain(piece.title)), wrap(plain(piece.about))];
      if (piece.excerpt) lines.push(wrap(plain(piece.excerpt), "  "));
      return [...lines, piece.href].join("\n");
    }
  }
}

function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && indent.length + line.length + 1 + word.length > LINE) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].map((one) => indent + one).join("\n");
}

const serif = "Charter, 'Bitstream Charter', Cambria, Georgia, serif";
const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Programs that keep no style sheet show the light colours, all of which are set where they apply. */
const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .sheet { background: #17181a !important; }
  .ink { color: #e9e6df !important; }
  .soft { color: #a9a69e !important; }
  .link { color: #8fb6e8 !important; }
  .press { background: #8fb6e8 !important; color: #101214 !important; }
  .line { border-color: #3a3b3e !important; }
}`;

const asHtml = ({ title, pieces, footer }: Parts) =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${html(title)}</title>
<style>${sheet}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#fbfaf7">
<div class="sheet" style="max-width:37em;margin:0 auto;padding:24px 20px 32px;overflow-wrap:anywhere;background:#fbfaf7">
<h1 class="ink" style="margin:0 0 16px;font:600 22px/1.3 ${serif};color:#1c1b19">${html(title)}</h1>
${pieces.map((piece) => pieceAsHtml(piece)).join("\n")}
<div class="line" style="margin:28px 0 0;border-top:1px solid #d9d5cb;padding-top:12px">
${footer.map((piece) => pieceAsHtml(piece, true)).join("\n")}
</div>
</div>
</body>
</html>
`;

const html = (text: string) => escapeHtml(plain(text));

function pieceAsHtml(piece: Piece, isSmall = false): string {
  const words = isSmall
    ? `class="soft" style="margin:0 0 8px;font:13px/1.5 ${sans};color:#6a665e"`
    : `class="ink" style="margin:0 0 16px;font:17px/1.55 ${serif};color:#1c1b19"`;
  const link = `class="link" style="color:#1f4f8b"`;
  switch (piece.kind) {
    case "words":
      return `<p ${words}>${html(piece.text)}</p>`;
    case "link":
      return `<p ${words}><a ${link} href="${escapeHtml(piece.href)}">${html(piece.text)}</a></p>`;
    case "after":
      return `<div class="line" style="margin:20px 0 0;border-top:1px solid #d9d5cb;padding-top:14px"><p ${words}><a ${link} href="${escapeHtml(piece.href)}">${html(piece.text)}</a></p></div>`;
    case "press":
      return `<p style="margin:20px 0"><a class="press" style="display:inline-block;padding:11px 18px;border-radius:4px;background:#1f4f8b;color:#ffffff;font:600 16px/1.2 ${sans};text-decoration:none" href="${escapeHtml(piece.href)}">${html(piece.text)}</a></p>`;
    case "post":
      return `<div class="line" style="margin:20px 0 0;border-top:1px solid #d9d5cb;padding-top:14px">
<h2 style="margin:0 0 2px;font:600 18px/1.35 ${serif}"><a class="link" style="color:#1f4f8b;text-decoration:none" href="${escapeHtml(piece.href)}">${html(piece.title)}</a></h2>
<p class="soft" style="margin:0 0 8px;font:14px/1.5 ${sans};color:#6a665e">${html(piece.about)}</p>
${piece.excerpt ? `<p class="ink" style="margin:0;font:17px/1.55 ${serif};color:#1c1b19">${html(piece.excerpt)}</p>` : ""}
</div>`;
  }
}
