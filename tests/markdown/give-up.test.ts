import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it, onTestFinished } from "vitest";
import { processorTime, readStatistics, timeLeft, watch } from "#app/markdown/give-up.server.ts";

describe("A text is given up", () => {
  /** Milliseconds after which a text is given up that may have `longest` and whose worker gets this share of a processor. */
  function givenUpAfter(longest: number, share: number) {
    let waited = 100;
    for (let pause = -1; pause !== 0; ) {
      pause = timeLeft(longest, waited, waited * share);
      waited += pause;
    }
    return waited;
  }

  it("after the time that its worker may have of a processor", () => {
    expect(givenUpAfter(1000, 1)).toBe(1000);
    expect(givenUpAfter(5000, 1)).toBe(5000);
  });

  it("later on a machine that is busy with others, and after five times as long on any", () => {
    expect(givenUpAfter(1000, 0.25)).toBeGreaterThanOrEqual(4000);
    expect(givenUpAfter(1000, 0.25)).toBeLessThan(4050);
    for (const share of [0.21, 0.05, 0]) {
      expect(givenUpAfter(1000, share)).toBeLessThanOrEqual(5000);
      expect(givenUpAfter(5000, share)).toBeLessThanOrEqual(25_000);
    }
    expect(givenUpAfter(1000, 0)).toBe(5000);
  });

  it("by the clock where the system does not tell processor time", async () => {
    const begun = performance.now();
    await new Promise<void>((giveUp) => void watch(150, () => undefined, giveUp));
    expect(performance.now() - begun).toBeGreaterThan(148);
  });

  it("never once it is done", async () => {
    let isGivenUp = false;
    const endWatch = watch(
      101,
      () => undefined,
      () => {
        isGivenUp = true;
      },
    );
    endWatch();
    await new Promise<void>((giveUp) => void watch(150, () => undefined, giveUp));
    expect(isGivenUp).toBe(false);
  });
});

describe("The processor time of a thread", () => {
  it.runIf(process.platform === "linux")("is what the thread itself was at work", async () => {
    const [busy, idle] = await Promise.all([startThread(), startThread()]);
    const before = [processorTime(busy.thread)!, processorTime(idle.thread)!];
    busy.worker.postMessage("work");
    await once(busy.worker, "message");
    expect(processorTime(busy.thread)! - before[0]!).toBeGreaterThan(25);
    expect(processorTime(idle.thread)! - before[1]!).toBeLessThan(10);
    await busy.worker.terminate();
    expect(processorTime(busy.thread)).toBeUndefined();
  });

  it("is unknown of no thread, and where the kernel keeps no statistics", () => {
    expect(processorTime(undefined)).toBeUndefined();
    expect(readStatistics("0 0 0\n")).toBeUndefined();
    expect(readStatistics("31170526 789986 11\n")).toBeCloseTo(31.17);
  });
});

/** A thread that is at work for fifty milliseconds when it is told to. */
async function startThread() {
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
  onTestFinished(async () => {
    await worker.terminate();
  });
  const [thread] = (await once(worker, "message")) as [string];
  return { worker, thread };
}
