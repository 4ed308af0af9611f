/** What runs in the worker: it reads the votes of a file by a connection of its own, or is handed them, fits positions and says what it found. */
import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { openReader } from "#db/reader.server.ts";
import { fitScopes, type ScopeFit } from "./fit-scopes.ts";
import { type Agreement, readAgreement } from "./read-agreement.server.ts";

/** The file to read, or what was read already. */
export type Task = { file: string } | { agreement: Agreement };

// Whoever reads comes first, also where every core is busy: Linux gives each thread its own priority, others none.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_LOW);

const buffersOf = (fit: ScopeFit) =>
  Object.values(fit).flatMap((value) =>
    value instanceof Float64Array ? [value.buffer as ArrayBuffer] : [],
  );

const task = workerData as Task;
const { votes, before } =
  "file" in task ? await readAgreement(openReader(task.file)) : task.agreement;
const fits = fitScopes(votes, before);
parentPort!.postMessage(fits, fits.flatMap(buffersOf));
