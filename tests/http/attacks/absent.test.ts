import { expect, test } from "vitest";
import { keptRows, openScene, stranger, visit } from "./scene.ts";

/** Cases about things that the forum does not have: their addresses are nobody's. When one comes, its case moves to the tests of its area. */
const absent: [string, string, string[]][] = [
  ["AC-042", "sessions in files", ["/session", "/sessions"]],
  ["AC-056", "codes of a second factor", ["/sign-in/code", "/account/second-factor"]],
  ["AC-057", "recovery codes", ["/account/recovery-codes", "/sign-in/recovery"]],
  ["AC-058", "passkeys", ["/account/passkeys", "/sign-in/passkey"]],
  ["AC-065", "hidden topics and exports", ["/admin/topics/1/hide", "/account/export"]],
  [
    "AC-067",
    "hidden topics to move threads to, and messages between people",
    ["/threads/1/move", "/threads/1/split", "/messages", "/people/Ada/message"],
  ],
  ["AC-095", "uploads", ["/upload", "/uploads/x.svg", "/account/avatar", "/files/..%2fx"]],
  ["AC-107", "exports", ["/account/export", "/export", "/export.csv", "/people/Ada/export"]],
  ["AC-108", "erasing", ["/account/erase", "/account/delete"]],
];

const scene = openScene();
const fields = { reason: "Because it has to be.", body: "Words.", name: "Ada", to: "Ben", q: "a" };

test.each(absent)(
  "%s: there are no %s, and what is sent there changes nothing",
  async (_id, _what, addresses) => {
    for (const visitor of [
      stranger(scene),
      await visit(scene, "Ben"),
      await visit(scene, "Root"),
    ]) {
      const before = await keptRows(scene);
      for (const address of addresses) {
        expect((await visitor.get(address)).status, address).toBe(404);
        const { status } = await visitor.post(address, fields);
        expect([404, 405], address).toContain(status);
      }
      expect(await keptRows(scene)).toEqual(before);
    }
  },
);

test.each(["../../etc/passwd", "..%2f..%2fforum", "/etc/passwd", "%2e%2e%2f", "..\\..\\x"])(
  "AC-042: a session cookie that looks like a path (%s) is nobody's",
  async (value) => {
    for (const cookie of [`session=${value}`, `__session=${value}`, `${value}=x`]) {
      const answer = await stranger(scene).get("/account", { cookie });
      expect(answer.location).toBe("/sign-in?next=%2Faccount");
    }
  },
);
