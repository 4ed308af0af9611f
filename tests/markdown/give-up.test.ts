import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { processorTime, watch } from "#app/markdown/give-up.server.ts";

describe("A text is given up", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Milliseconds after which a text is given up whose worker gets this share of a processor; undefined if never. */
  function givenUpAfter(share: number | undefined, { doneAfter = Number.POSITIVE_INFINITY } = {}) {
    let over: number | undefined;
    const begun = Date.now();
    const elapsed = () => Date.now() - begun;
    const used = () => (share === undefined ? undefined : 40 + elapsed() * share);
    const endWatch = watch(1000, used, () => {
      over = elapsed();
    });
    vi.advanceTimersByTime(Math.min(doneAfter, 60_000));
    endWatch();
    vi.advanceTimersByTime(60_000);
    return over;
  }

  it("after a second of its worker's processor", () => {
    expect(givenUpAfter(1)).toBe(1000);
  });

  it("later on a machine that is busy with others, and after ten seconds on any", () => {
    const shared = givenUpAfter(0.25)!;
    expect(shared).toBeGreaterThanOrEqual(3700);
    expect(shared).toBeLessThan(3800);
    expect(givenUpAfter(0)).toBe(10_000);
  });

  it("after a second where the system does not tell processor time", () => {
    expect(givenUpAfter(undefined)).toBe(1000);
  });

  it("never once it is done", () => {
    for (const doneAfter of [50, 500]) expect(givenUpAfter(1, { doneAfter })).toBeUndefined();
    expect(givenUpAfter(0, { doneAfter: 9000 })).toBeUndefined();
  });
});

describe.runIf(process.platform === "linux")("The processor time of a thread", () => {
  it("is what the thread itself was at work", async () => {
    const worker = new Worker(
      `const { parentPort } = require("node:worker_threads");
      parentPort.postMessage(require("node:fs").readlinkSync("/proc/thread-self"));
      parentPort.on("message", () => {
        const { user } = process.cpuUsage();
        while (process.cpuUsage().user < user + 50_000);
        parentPort.postMessage("done");
      });`,
      { eval: true },
    );
    const [thread] = await once(worker, "message");
    const before = processorTime(thread)!;
    expect(before).toBeGreaterThan(0);
    worker.postMessage("work");
    await once(worker, "message");
    expect(processorTime(thread)! - before).toBeGreaterThan(1);
    await worker.terminate();
    expect(processorTime(thread)).toBeUndefined();
  });

  it("is unknown of no thread", () => {
    expect(processorTime(undefined)).toBeUndefined();
  });
});
