import { asWritten } from "../markdown/as-written.ts";
import { RENDERER } from "../markdown/render.server.ts";

interface Kept {
  body: string;
  html: string;
  renderer: number;
}

/** A text that was kept, for its post: with its HTML only where the present renderer made it, else as it was written, for what an older one let through is not shown again. The clock renders it in either case, since what it refers to may have changed. */
export const fromKept = ({ body, html, renderer }: Kept): Kept => ({
  body,
  html: renderer === RENDERER ? html : asWritten(body),
  renderer: renderer - RENDERER,
});
