import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Agents } from "./agents.ts";

/** The modelled readers and attackers of a folder; null where there is none. */
export async function loadAgents(folder: string): Promise<Agents | null> {
  if (!existsSync(path.join(folder, "world.mjs"))) return null;
  const load = (name: string) =>
    import(/* @vite-ignore */ pathToFileURL(path.resolve(folder, `${name}.mjs`)).href);
  const [worlds, attacks, reading, baselines, measure] = await Promise.all(
    ["world", "attacks", "reading", "baselines", "measure"].map(load),
  );
  return { worlds, attacks, reading, baselines, measure };
}
