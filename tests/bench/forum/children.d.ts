export interface Server {
  port: number;
  pid: number;
}
interface Ceiling extends Server {
  take(
    origin: string,
    pages: readonly { path: string; cookie?: string }[],
  ): Promise<{ status: number; bytes: number }[]>;
  stop(): Promise<number | null>;
}
interface Load {
  run(wish: object): Promise<{
    count: number;
    wrongCount: number;
    wrong: string[];
    latencies: number[];
    locations: string[];
    seconds: number;
  }>;
  stop(): Promise<number | null>;
}
export interface Bench {
  ceiling: Ceiling;
  load: Load;
  wish: { seconds: number; rounds: number };
}
export function startCeiling(): Promise<Ceiling>;
export function startLoad(): Load;
