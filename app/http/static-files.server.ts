/** Sends the files of build/client, from memory: hashed ones for ever, the others for an hour. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { chooseEncoding, type Encoding } from "./choose-encoding.ts";
import { isKnown } from "./is-known.ts";
import { refuseMethod } from "./refuse-method.ts";

/** What the forum's own files are, and what may be laid beside them in public/. */
const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** How the build names what it compressed, smallest first. */
const endings = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

interface StaticFile {
  type: string;
  mark: string;
  /** Its bytes, in each encoding that there is. */
  forms: ReadonlyMap<Encoding, Buffer>;
  /** Those that are smaller than the file, the smallest first. */
  encodings: readonly Encoding[];
}

/** A handler that sends a file of the folder as it was when the handler was made, whole and as the build compressed it where the client likes that, or goes on; what does more than read one gets 405. */
export function staticFiles(folder: string) {
  const files = readFiles(folder);
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const { method, url = "", headers } = request;
    const asked = url.split("?", 1)[0]!;
    const file = files.get(asked);
    if (!file) return next();
    if (method !== "GET" && method !== "HEAD") return refuseMethod(response, "GET, HEAD");
    const isHashed = asked.startsWith("/assets/") || /\?v=[\w-]+$/.test(url);
    const keeping = isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600";
    response.setHeader("Cache-Control", keeping);
    response.setHeader("ETag", `W/"${file.mark}"`);
    response.setHeader("Vary", "Accept-Encoding");
    if (isKnown(file.mark, headers["if-none-match"])) {
      response.writeHead(304).end();
      return;
    }
    const encoding = chooseEncoding(headers["accept-encoding"], file.encodings);
    const body = file.forms.get(encoding)!;
    if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
    response.writeHead(200, { "Content-Type": file.type, "Content-Length": body.length });
    response.end(body);
  };
}

/** Every file of a folder by its address, but what is hidden. */
function readFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.replaceAll(path.sep, "/"));
  const names = new Set(found);
  const isEncoded = (name: string) => /\.(br|gz)$/.test(name) && names.has(name.slice(0, -3));
  const isHidden = (name: string) => /(^|\/)\./.test(name);
  return new Map(
    found
      .filter((name) => !isEncoded(name) && !isHidden(name))
      .map((name) => [encodeURI(`/${name}`), readStatic(path.join(folder, name))]),
  );
}

function readStatic(file: string): StaticFile {
  const original = readFileSync(file);
  const forms = new Map<Encoding, Buffer>([["identity", original]]);
  for (const [encoding, ending] of endings) {
    if (existsSync(file + ending)) forms.set(encoding, readFileSync(file + ending));
  }
  return {
    type: types[path.extname(file)] ?? "application/octet-stream",
    mark: createHash("sha256").update(original).digest("base64url").slice(0, 22),
    forms,
    encodings: [...forms.keys()].filter((encoding) => encoding !== "identity"),
  };
}
