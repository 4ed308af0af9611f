/** The fit in a worker, so that the forum goes on answering. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Db } from "#db/open.server.ts";
import { fileOf } from "#db/reader.server.ts";
import type { ScopeFit } from "./fit-scopes.ts";
import type { Task } from "./fit-worker.server.ts";
import { readAgreement } from "./read-agreement.server.ts";

/** Memory that a fit may take; some million votes take that. A fit that needs more ends its worker, and not the forum. */
const MOST_MEGABYTES = 2_048;

/** The fits of all scopes by the votes as they are now. A file of SQLite is read in the worker too. */
export async function fitApart(db: Db): Promise<ScopeFit[]> {
  const file = await fileOf(db);
  return file === null ? run({ agreement: await readAgreement(db) }) : run({ file });
}

/** The worker ends by itself with its task. */
function run(task: Task): Promise<ScopeFit[]> {
  return new Promise((resolve, fail) => {
    const worker = new Worker(path.resolve("build/fit-worker.js"), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      transferList: "agreement" in task ? buffersOf(task) : [],
    });
    worker.once("message", resolve);
    worker.once("error", fail);
    worker.once("exit", () => fail(new Error("The fit of positions ended without an answer.")));
  });
}

const buffersOf = ({ agreement: { votes } }: Extract<Task, { agreement: unknown }>) =>
  Object.values(votes).map((column) => column.buffer as ArrayBuffer);
