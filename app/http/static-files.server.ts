/** Sends the files of build/client: hashed ones for ever, the others for an hour. */
import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

/** A handler that sends a file of the folder, or goes on. */
export function staticFiles(folder: string) {
  return sirv(folder, {
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
}
