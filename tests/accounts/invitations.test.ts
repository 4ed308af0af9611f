import { expect, test } from "vitest";
import { listInvitations, makeInvitation } from "#app/accounts/invitations.server.ts";
import { signUp } from "#app/accounts/sign-up.server.ts";
import { openForum, START } from "../forum.ts";
import { countRows, draft, setting } from "./member.ts";

test("an invitation's code is shown once and kept as a hash", async () => {
  const { db, root } = await openForum();
  const { code, expiresAt } = await makeInvitation(db, root, setting);
  expect(expiresAt).toBe(START + 14 * 86_400);
  const kept = JSON.stringify([
    await db.selectFrom("invitation").selectAll().execute(),
    await db.selectFrom("event").selectAll().execute(),
    await listInvitations(db, root),
  ]);
  expect(kept).not.toContain(code);
});

test("administrators see who used which invitation", async () => {
  const { db, root } = await openForum();
  const { code } = await makeInvitation(db, root, setting);
  await makeInvitation(db, root, setting);
  const invited = { ...setting, joining: async () => "invitation" as const };
  await signUp(db, { ...draft, invitation: code }, invited);
  expect(await listInvitations(db, root)).toMatchObject([
    { madeBy: "Root", usedBy: null, usedAt: null },
    { madeBy: "Root", usedBy: "Liz", usedAt: START },
  ]);
});

test("nobody but administrators makes or sees invitations", async () => {
  const { db, mo, ada } = await openForum();
  const before = await countRows(db);
  for (const person of [mo, ada]) {
    await expect(makeInvitation(db, person, setting)).rejects.toMatchObject({ status: 403 });
    await expect(async () => listInvitations(db, person)).rejects.toMatchObject({ status: 403 });
  }
  expect(await countRows(db)).toEqual(before);
});

test("whose role was taken away since the request began makes no invitation", async () => {
  const { db, root } = await openForum();
  await db.updateTable("person").set({ role: "member" }).where("id", "=", root.id).execute();
  const before = await countRows(db);
  await expect(makeInvitation(db, root, setting)).rejects.toMatchObject({ status: 403 });
  expect(await countRows(db)).toEqual(before);
});
