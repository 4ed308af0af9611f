/** Requests that write, each sent once, as fast as their answers come. */
import { holdGood } from "./in-turns.js";
import { processorSeconds } from "./processes.js";

/** For each second that a turn lasts so many warm the forum up: writes are so few a second that by time alone it would be measured while it compiles. */
const WARMING = 1_500;
/** Longest wait for those, in milliseconds. */
const PATIENCE = 300_000;

/** Sends what `next` prepares over some connections, first to warm the forum up, then for some rounds of at most so many a second; answers the rounds with their rate and their number per CPU-second, the latencies of all, and how many were sent, those that warmed up included, with the addresses to which the last round led. */
export async function measureWriting({ forum, load, wish }, next, { connections, most }) {
  const found = { rounds: [], latencies: [], count: 0, locations: [] };
  const send = async (number, milliseconds) => {
    const requests = Array.from({ length: Math.ceil(number) }, next);
    const before = processorSeconds(forum.pid);
    const turn = { port: forum.port, requests, isOnce: true, connections, milliseconds };
    const { count, seconds, ...answered } = await load.run(turn);
    const used = processorSeconds(forum.pid) - before;
    holdGood({ count, ...answered });
    found.count += count;
    found.locations = answered.locations;
    return { rate: count / seconds, perCpu: count / used, latencies: answered.latencies };
  };
  await send(wish.seconds * WARMING, PATIENCE);
  for (let round = 0; round < wish.rounds; round += 1) {
    const { latencies, ...measured } = await send(wish.seconds * most, wish.seconds * 1000);
    found.rounds.push(measured);
    found.latencies.push(...latencies);
  }
  return found;
}
