/** Sends the files of build/client: hashed ones for ever, the others for an hour. */
import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";
import { chooseEncoding } from "./choose-encoding.ts";

/** A handler that sends a file of the folder, as the build compressed it where the client likes that, or goes on. */
export function staticFiles(folder: string) {
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
    // Sirv looks for names only, also in what is refused (`br;q=0`): it is told the one that is chosen.
    const accepted = request.headers["accept-encoding"];
    request.headers["accept-encoding"] = chooseEncoding(accepted);
    send(request, response, next);
  };
}
