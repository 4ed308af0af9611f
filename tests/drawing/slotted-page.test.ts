import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compressSlotted } from "#app/drawing/compress-slotted.server.ts";
import { Slots } from "#app/drawing/slots.ts";

/** A page of many posts with slots as a thread has them. */
function drawPage(posts: number) {
  const slots = new Slots("5eed".repeat(6));
  const articles = Array.from({ length: posts }, (_, id) => {
    const body = `Post ${id} says “${id * 7919}”: an argument for open weights. `.repeat(3);
    return `<article id="post-${id}">${slots.fixed(`new-${id}`, 90)}<p>${body}</p><button value="${slots.fixed(`saved-${id}`, 1, "1")}">Save</button></article>`;
  });
  const html = `<html><header>${slots.free("reader")}${slots.free("flash")}</header>${articles.join("\n")}<form>${slots.free("form")}</form></html>`;
  return { slots, html };
}

/** The same page put together as text. */
const asText = ({ slots, html }: ReturnType<typeof drawPage>, own: Record<string, string>) =>
  slots
    .takeApart(html)
    .map(({ text, slot }) => {
      if (!slot) return text;
      const content = own[slot.name] ?? slot.usual;
      const missing = (slot.length ?? 0) - Buffer.byteLength(content);
      return text + content + " ".repeat(Math.max(0, missing));
    })
    .join("");

/** Whole numbers below a bound, the same at each run (Lehmer, 1951). */
function dice(seed: number) {
  let state = seed;
  return (bound: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

test("a reader's page is what was drawn, with what is theirs in its slots", async () => {
  const page = drawPage(3);
  const kept = await compressSlotted(page.html, page.slots);
  const own = { reader: "<a>Ada</a>", "new-1": "<b>new</b>", "saved-2": "0" };
  const read = gunzipSync(kept.fill(own)).toString();
  expect(read).toBe(asText(page, own));
  expect(read).toContain("<header><a>Ada</a></header>");
  expect(read.match(/<b>new<\/b>/g)).toHaveLength(1);
});

test("whatever the slots hold, gunzip finds the page and its checksum right", async () => {
  const page = drawPage(60);
  const kept = await compressSlotted(page.html, page.slots);
  const roll = dice(7);
  for (let round = 0; round < 200; round += 1) {
    const own: Record<string, string> = {};
    for (let count = roll(40); count > 0; count -= 1) {
      if (roll(2)) own[`new-${roll(60)}`] = `<i>${"é".repeat(roll(40))}</i>`;
      else own[`saved-${roll(60)}`] = String(roll(10));
    }
    if (roll(2)) own.reader = "R".repeat(roll(300));
    if (roll(3) === 0) own.flash = "“Saved.” ".repeat(roll(30));
    if (roll(3) === 0) own.form = "a long draft ".repeat(roll(9_000));
    expect(gunzipSync(kept.fill(own)).toString()).toBe(asText(page, own));
  }
});

test("what one reader's slots hold is in no other reader's page", async () => {
  const page = drawPage(20);
  const kept = await compressSlotted(page.html, page.slots);
  const before = kept.fill({});
  kept.fill({ reader: "Ada", form: "secret words", "new-3": "secret mark" });
  expect(kept.fill({}).equals(before)).toBe(true);
  expect(gunzipSync(kept.fill({ reader: "Ben" })).toString()).not.toMatch(/Ada|secret/);
});

test("a page with slots weighs hardly more than one without", async () => {
  const page = drawPage(200);
  const kept = await compressSlotted(page.html, page.slots);
  const plain = gzipSync(asText(page, {}));
  expect(kept.fill({}).length).toBeLessThan(plain.length + 200 * 40);
});

test("slots stand at the beginning, beside one another and at the end of a page", async () => {
  const slots = new Slots("5eed".repeat(6));
  const fixed = (name: string, length: number) => slots.fixed(name, length, "-");
  const html = `${fixed("first", 8)}${fixed("second", 8)}<p>${fixed("wide", 90)}${fixed("third", 8)}</p>${slots.free("any")}${fixed("fourth", 8)}<p>${fixed("fifth", 8)}${fixed("last", 90)}`;
  const kept = await compressSlotted(html, slots);
  const names = ["first", "second", "wide", "third", "any", "fourth", "fifth", "last"];
  for (let some = 0; some < 2 ** names.length; some += 1) {
    const filled = names.filter((_, place) => some & (2 ** place));
    const own = Object.fromEntries(filled.map((name) => [name, `<${name}>`]));
    expect(gunzipSync(kept.fill(own)).toString()).toBe(asText({ slots, html }, own));
  }
});

test("what does not fit into its slot is refused, and no page is sent", async () => {
  const page = drawPage(1);
  const kept = await compressSlotted(page.html, page.slots);
  expect(() => kept.fill({ "saved-0": "12" })).toThrow("too short");
});

test("nobody who writes can write a slot", async () => {
  const slots = new Slots("5eed".repeat(6));
  const mark = slots.free("reader");
  const guess = mark.replace(/[0-9a-f]{24}/, "0".repeat(24));
  const html = `<p>${guess} ~reader~</p>${mark}`;
  const kept = await compressSlotted(html, slots);
  expect(gunzipSync(kept.fill({ reader: "Ada" })).toString()).toBe(`<p>${guess} ~reader~</p>Ada`);
});
