/** Sends the files of build/client: hashed ones for ever, the others for an hour. */
import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";
import { chooseEncoding } from "./choose-encoding.ts";
import { refuseMethod } from "./refuse-method.ts";

/** A handler that sends a file of the folder, whole and as the build compressed it where the client likes that, or goes on; what does more than read one gets 405. */
export function staticFiles(folder: string) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = new Set(names.map((name) => `/${name}`));
  const send = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response: ServerResponse, pathname: string) {
      const asked = (response as ServerResponse & { req: IncomingMessage }).req.url ?? "";
      const isHashed = pathname.startsWith("/assets/") || /\?v=[\w-]+$/.test(asked);
      response.setHeader(
        "Cache-Control",
        isHashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      );
    },
  });
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const { method, url = "" } = request;
    // Sirv sends a file whatever the method.
    if (method !== "GET" && method !== "HEAD") {
      return paths.has(url.split("?", 1)[0]!) ? refuseMethod(response, "GET, HEAD") : next();
    }
    // Sirv breaks on parts that end before they begin. All files are small, and whoever asks for a part may get the whole.
    delete request.headers.range;
    // Sirv looks for names only, also in what is refused (`br;q=0`): it is told the one that is chosen.
    const accepted = request.headers["accept-encoding"];
    request.headers["accept-encoding"] = chooseEncoding(accepted);
    send(request, response, next);
  };
}
