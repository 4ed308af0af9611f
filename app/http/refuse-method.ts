import type { ServerResponse } from "node:http";

/** Answers 405 without a page, and names what the address takes: methods with commas between them. */
export function refuseMethod(response: ServerResponse, allowed: string) {
  response.statusCode = 405;
  response.setHeader("Allow", allowed);
  response.setHeader("Cache-Control", "no-store");
  response.end();
}
