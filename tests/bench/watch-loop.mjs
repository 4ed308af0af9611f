/** Loaded into the server before its own code: tells whoever started it how long its event loop waited at most. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

// The workers that render load this too.
if (isMainThread && process.channel) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on("message", () => {
    process.send({ longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6 });
    delay.reset();
  });
  process.channel.unref();
}
