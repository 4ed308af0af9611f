/** Which encoding a client gets. */
import { expect, test } from "vitest";
import { chooseEncoding } from "../../app/http/choose-encoding.ts";

test.each<[string | undefined, string, string]>([
  ["gzip, deflate, br, zstd", "br", "a browser"],
  ["gzip, deflate", "gzip", "an older one"],
  ["gzip;q=1.0, br;q=0.8", "gzip", "who likes gzip better"],
  ["br;q=0.5, gzip;q=0.5", "br", "who likes both as much"],
  ["gzip;q=0, br;q=0", "identity", "who takes neither"],
  ["br;q=0, *", "gzip", "who takes all but Brotli"],
  ["*", "br", "who takes anything"],
  ["*;q=0", "identity", "who takes nothing: it gets something all the same"],
  ["identity;q=0, gzip;q=0.1", "gzip", "who would rather have it compressed"],
  ["identity;q=0", "identity", "who leaves nothing to choose"],
  ["identity, gzip;q=0.5", "identity", "who would rather have it as it is"],
  ["identity;q=0.5, gzip;q=0.5", "gzip", "who likes both as much, so that the shorter goes"],
  ["GZIP ; Q=0.3", "gzip", "who shouts and spaces"],
  ["x-gzip", "gzip", "who is very old"],
  ["deflate, zstd, compress", "identity", "who knows what we do not make"],
  ["gzip;q=2, br;q=-1", "identity", "who counts wrong"],
  ["gzip;q=, br;q=many", "identity", "who does not count"],
  [",,;;=,", "identity", "who says nonsense"],
  ["bread", "identity", "who asks for something else that begins alike"],
  ["", "identity", "who says nothing"],
  [undefined, "identity", "who does not speak of it"],
])("%j gets %s: %s", (accepted, encoding, _) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});

test("only what is there is chosen", () => {
  expect(chooseEncoding("gzip, br", ["gzip"])).toBe("gzip");
  expect(chooseEncoding("br", ["gzip"])).toBe("identity");
  expect(chooseEncoding("gzip, br", [])).toBe("identity");
});

test("a very long wish is read in no time", () => {
  const began = performance.now();
  expect(chooseEncoding(`${"gzip;q=0.1,".repeat(10_000)}br;${" ".repeat(50_000)}q=1`)).toBe("br");
  expect(performance.now() - began).toBeLessThan(200);
});
