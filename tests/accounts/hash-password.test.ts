import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { hashPassword, needsRehash, verifyPassword } from "#app/accounts/hash-password.server.ts";
import { Refusal } from "#app/refusals.ts";

test("AC-054: a password is kept by argon2id with OWASP's setting", async () => {
  const kept = await hashPassword("nine lemons");
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(needsRehash(kept)).toBe(false);
  expect(await verifyPassword(kept, "nine lemons")).toBe(true);
  expect(await verifyPassword(kept, "ten lemons")).toBe(false);
});

test("AC-054: a hash of a lower setting is to be made again", async () => {
  expect(needsRehash(await hash("x", { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(
    true,
  );
  expect(needsRehash(await hash("x", { memoryCost: 65_536, timeCost: 3, parallelism: 1 }))).toBe(
    false,
  );
});

test("nobody's password is never right", async () => {
  expect(await verifyPassword(null, "")).toBe(false);
  expect(await verifyPassword(null, "steelman nobody")).toBe(false);
});

test("AC-055: of 64 passwords at once, 22 are hashed, two at a time, and the others are asked to wait", async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 64 }, () => verifyPassword(null, "nine lemons")),
  );
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused).toHaveLength(42);
  expect(refused[0]!.reason).toBeInstanceOf(Refusal);
  expect(refused[0]!.reason).toMatchObject({ status: 503, said: { key: "refused.busy" } });
  expect(await verifyPassword(null, "again")).toBe(false);
});
