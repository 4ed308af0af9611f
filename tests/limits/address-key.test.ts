import { expect, test } from "vitest";
import { addressKey } from "#app/limits/address-key.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:c000:207", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["[2001:db8::1]", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", "unknown"],
  ["unix socket", "unknown"],
  ["evil.example", "unknown"],
  ["1:2:3", "unknown"],
  ["999.1.1.1", "unknown"],
  ["f".repeat(10_000), "unknown"],
])("the address %j is the visitor %j", (address, key) => {
  expect(addressKey(address)).toBe(key);
});

test("AC-099: a thousand addresses of one /64 count as one", () => {
  const keys = Array.from({ length: 1000 }, (_, at) =>
    addressKey(`2001:db8:7:7::${at.toString(16)}`),
  );
  expect(new Set(keys).size).toBe(1);
});
