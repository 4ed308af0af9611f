/** What browsers refused to load or run, written down. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { withoutSecrets } from "./path-for-log.ts";
import { refuseMethod } from "./refuse-method.ts";

/** Anybody can send a report, so only so many of a minute are kept, and only the beginning of each. */
const MOST_A_MINUTE = 60;
const LONGEST = 2_000;

export type TakeReport = (
  request: IncomingMessage,
  response: ServerResponse,
  now: number,
) => unknown;

/** A function that writes reports to the log; what they say is never shown. `now` is in epoch seconds. */
export function makeTakeReport(log: Logger): TakeReport {
  let minute = 0;
  let kept = 0;
  return (request, response, now) => {
    if (request.method !== "POST") return refuseMethod(response, "POST");
    let text = "";
    request.on("data", (chunk: Buffer) => {
      if (text.length < LONGEST) text += chunk.toString("latin1", 0, LONGEST);
      else request.destroy();
    });
    return request.once("end", () => {
      if (minute !== Math.floor(now / 60)) [minute, kept] = [Math.floor(now / 60), 0];
      kept += 1;
      if (kept <= MOST_A_MINUTE) log.warn({ cspReport: withoutSecrets(text.slice(0, LONGEST)) });
      response.statusCode = 204;
      response.end();
    });
  };
}
