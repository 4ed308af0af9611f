import { expect, test } from "vitest";
import { clientAddress } from "#app/http/client-address.ts";

const socket = "10.0.0.1";

test.each([
  [0, undefined, socket],
  [0, "203.0.113.9", socket],
  [1, undefined, socket],
  [1, "203.0.113.9", "203.0.113.9"],
  [1, "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  [2, "198.51.100.1, 203.0.113.9", "198.51.100.1"],
  [2, "6.6.6.6, 198.51.100.1, 203.0.113.9", "198.51.100.1"],
  [3, "203.0.113.9", "203.0.113.9"],
  [1, "", socket],
  [1, "203.0.113.9, ", socket],
])("behind %d proxies the header %o means %s", (hops, header, address) => {
  expect(clientAddress(socket, header, hops)).toBe(address);
});

test("a socket that is gone has no address", () => {
  expect(clientAddress(undefined, undefined, 0)).toBe("unknown");
});
