import { expect, test, vi } from "vitest";
import { Refusal, WrongForm } from "#app/refusals.ts";

test("a refusal is known by whichever bundle of the forum meets it", async () => {
  vi.resetModules();
  const other = await import("#app/refusals.ts");
  expect(other.Refusal).not.toBe(Refusal);
  const refusal = new other.Refusal(503, { key: "search.busy" }, 5);
  expect(refusal instanceof Refusal).toBe(true);
  expect(refusal instanceof WrongForm).toBe(false);
  expect(new other.WrongForm({}) instanceof WrongForm).toBe(true);
  expect(new Error("search.busy") instanceof Refusal).toBe(false);
  expect((null as unknown) instanceof Refusal).toBe(false);
});
