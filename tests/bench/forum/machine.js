/** On what was measured. */
import { cpus, release, totalmem, type } from "node:os";

/** Processor, cores, memory, system, Node. */
export function describeMachine() {
  const all = cpus();
  return {
    processor: (all[0]?.model ?? "").trim() || "an unnamed processor",
    cores: all.length,
    gigabytes: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.versions.node,
  };
}

/** The same as one line. */
export const machineLine = ({ processor, cores, gigabytes, system, node }) =>
  `${processor}, ${cores} cores, ${gigabytes} GB of memory, ${system}, Node ${node}`;
