import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { offerFirstAdministrator } from "#app/accounts/first-administrator.server.ts";
import * as admin from "#app/routes/admin.tsx";
import * as adminFirst from "#app/routes/admin-first.tsx";
import * as adminInvitations from "#app/routes/admin-invitations.tsx";
import * as adminJoining from "#app/routes/admin-joining.tsx";
import * as adminPeople from "#app/routes/admin-people.tsx";
import * as adminPerson from "#app/routes/admin-person.tsx";
import * as adminTopic from "#app/routes/admin-topic.tsx";
import * as adminTopicMerge from "#app/routes/admin-topic-merge.tsx";
import * as adminTopics from "#app/routes/admin-topics.tsx";
import * as signUp from "#app/routes/sign-up.tsx";
import { openForum, START } from "../forum.ts";
import { countRows, errorPage, handedBack, leadsTo, signInAs, visit } from "./visit.ts";

interface Page {
  loader: (args: ActionFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
}
const why = { reason: "It was asked for." };
const pages: [string, Page, Record<string, string>, Record<string, string>][] = [
  ["/admin", admin, {}, {}],
  ["/admin/people", adminPeople, {}, {}],
  ["/admin/people/Ben", adminPerson, { name: "Ben" }, { ...why, role: "moderator" }],
  ["/admin/topics", adminTopics, {}, { name: "Evaluation", about: "How models are measured." }],
  ["/admin/topics/licences", adminTopic, { topic: "licences" }, { ...why, name: "Terms" }],
  [
    "/admin/topics/licences/merge",
    adminTopicMerge,
    { topic: "licences" },
    { ...why, into: "Open weights" },
  ],
  ["/admin/joining", adminJoining, {}, { ...why, joining: "closed" }],
  ["/admin/invitations", adminInvitations, {}, {}],
];

test.each(pages)("AC-060: %s is for administrators alone", async (path, page, params, form) => {
  const { db, ada, mo, root } = await openForum();
  const before = await countRows(db);
  expect(await leadsTo(page.loader(visit(db, path, { params })))).toEqual({
    status: 302,
    to: `/sign-in?next=${encodeURIComponent(path)}`,
  });
  for (const person of [ada, mo]) {
    const refused = await errorPage(page.loader(visit(db, path, { person, params })));
    expect(refused).toEqual({ status: 403, key: "refused.administrators-only" });
  }
  expect(await page.loader(visit(db, path, { person: root, params }))).toBeTruthy();
  if (!page.action) return;
  for (const [person, status] of [
    [null, 401],
    [ada, 403],
    [mo, 403],
  ] as const) {
    for (const sent of [form, {}]) {
      const args = visit(db, path, { person, params, form: sent });
      expect(await handedBack(page.action(args))).toMatchObject({ status, values: sent });
    }
  }
  expect(await countRows(db)).toEqual(before);
});

test.each(pages.filter(([, , , form]) => form.reason))(
  "AC-105: %s does nothing without a reason, and keeps what was typed",
  async (path, page, params, form) => {
    const { db, root } = await openForum();
    const before = await countRows(db);
    for (const reason of ["", "  ", "x".repeat(501), "a\0b"]) {
      const args = visit(db, path, { person: root, params, form: { ...form, reason } });
      const back = await handedBack(page.action!(args));
      expect(back.status).toBe(422);
      expect(Object.keys(back.problems)).toEqual(["reason"]);
      expect(back.values).toEqual({ ...form, reason });
    }
    expect(await countRows(db)).toEqual(before);
  },
);

test.each(pages.filter(([, , , form]) => form.reason))(
  "%s does what it says, and it stands in the log with its reason",
  async (path, page, params, form) => {
    const { db, root } = await openForum();
    const args = visit(db, path, { person: root, params, form });
    expect((await leadsTo(page.action!(args))).status).toBe(302);
    const events = await db.selectFrom("event").selectAll().execute();
    expect(events).toMatchObject([{ person_id: root.id, reason: why.reason }]);
  },
);

test.each(pages.filter(([, page]) => page.action))(
  "AC-116: %s, sent by somebody signed out, shows its form again and nothing that is for administrators",
  async (path, page, params, form) => {
    const { db, root } = await openForum();
    await adminInvitations.action(visit(db, "/admin/invitations", { person: root, form: {} }));
    const args = visit(db, path, { params, form });
    expect((await handedBack(page.action!(args))).status).toBe(401);
    expect(JSON.stringify(await page.loader(args))).not.toContain("Root");
  },
);

test("a topic is added with or without a reason, and only once", async () => {
  const { db, root } = await openForum();
  const form = { name: "Evaluation", about: "How models are measured." };
  const send = () => adminTopics.action(visit(db, "/admin/topics", { person: root, form }));
  expect(await leadsTo(send())).toEqual({ status: 302, to: "/admin/topics" });
  const before = await countRows(db);
  expect(await handedBack(send())).toMatchObject({
    status: 422,
    problems: { name: { key: "topics.name.taken" } },
  });
  expect(await countRows(db)).toEqual(before);
});

test("a topic merges into one that there is, and not into itself", async () => {
  const { db, root } = await openForum();
  const before = await countRows(db);
  for (const into of ["", "Cooking", "licences"]) {
    const args = visit(db, "/admin/topics/licences/merge", {
      person: root,
      params: { topic: "licences" },
      form: { ...why, into },
    });
    const back = await handedBack(adminTopicMerge.action(args));
    expect(back.status).toBe(422);
    expect(Object.keys(back.problems)).toEqual(["into"]);
  }
  expect(await countRows(db)).toEqual(before);
});

test("AC-072: the last administrator cannot step down", async () => {
  const { db, root } = await openForum();
  const form = { ...why, role: "member" };
  const args = visit(db, "/admin/people/Root", { person: root, params: { name: "Root" }, form });
  expect(await handedBack(adminPerson.action(args))).toMatchObject({ status: 409 });
  const row = await db.selectFrom("person").select("role").where("id", "=", root.id).execute();
  expect(row).toEqual([{ role: "administrator" }]);
});

test("an invitation is shown once, with the address where it is used, and lets one person join", async () => {
  const { db, root } = await openForum();
  await db.insertInto("setting").values({ name: "joining", value: "invitation" }).execute();
  const args = visit(db, "/admin/invitations", { person: root, form: {} });
  const answer = (await adminInvitations.action(args)) as Response;
  expect(answer.status).toBe(201);
  const { code, address } = (await answer.json()) as { code: string; address: string };
  expect(address).toBe(`https://forum.example/sign-up?invitation=${code}`);
  const page = await adminInvitations.loader(visit(db, "/admin/invitations", { person: root }));
  expect(page.invitations).toHaveLength(1);
  expect(JSON.stringify(page)).not.toContain(code);

  const join = (name: string) => {
    const form = { name, password: "nine lemons under a bridge", invitation: code };
    return signUp.action(visit(db, "/sign-up", { form }));
  };
  expect((await leadsTo(join("Liz"))).status).toBe(302);
  const before = await countRows(db);
  expect((await handedBack(join("Liam"))).status).toBe(422);
  expect(await countRows(db)).toEqual(before);
});

test("people are listed the newest first, and found by part of their name", async () => {
  const { db, root } = await openForum();
  const names = async (query: string) => {
    const args = visit(db, `/admin/people${query}`, { person: root });
    return (await adminPeople.loader(args)).people.map((person) => person.name);
  };
  expect(await names("")).toEqual(["Root", "Mo", "Nia", "Ben", "Ada"]);
  expect(await names("?q=A")).toEqual(["Nia", "Ada"]);
  expect(await names("?q=oot")).toEqual(["Root"]);
  for (const query of ["?q=%25", "?q=zzz", "?q=%27", `?q=${"%25".repeat(5000)}`]) {
    expect(await names(query)).toEqual([]);
  }
});

test("the overview counts people, threads, posts and topics", async () => {
  const { db, root } = await openForum();
  const page = await admin.loader(visit(db, "/admin", { person: root }));
  expect(page).toEqual({ counts: { people: 5, threads: 0, posts: 0, topics: 2 }, joining: "open" });
});

test("the address shown at the start makes whoever is signed in the first administrator, once", async () => {
  const { db, ada, ben, root } = await openForum();
  await db.updateTable("person").set({ role: "member" }).where("id", "=", root.id).execute();
  const token = (await offerFirstAdministrator(db, START))!;
  const path = `/admin/first/${token}`;
  const open = (wished: object) => visit(db, path, { params: { token }, ...wished });
  expect(await leadsTo(adminFirst.loader(open({})))).toEqual({
    status: 302,
    to: `/sign-up?next=${encodeURIComponent(path)}`,
  });
  expect(await adminFirst.loader(open({ person: ada }))).toEqual({ path, name: "Ada" });

  expect(await handedBack(adminFirst.action(open({ form: {} })))).toMatchObject({ status: 401 });
  const here = await signInAs(db, ada);
  const answer = (await adminFirst.action(open({ ...here, form: {} }))) as Response;
  expect(answer.headers.get("Location")).toBe("/admin");
  const sessions = await db.selectFrom("session").select("id").execute();
  expect(sessions).toHaveLength(1);
  expect(sessions[0]!.id).not.toBe(here.sessionId);

  const before = await countRows(db);
  const late = { status: 404, key: "accounts.first-administrator.wrong" };
  expect(await errorPage(adminFirst.loader(open({ person: ben })))).toEqual(late);
  const back = await handedBack(adminFirst.action(open({ person: ben, form: {} })));
  expect(back.refused).toEqual({ key: late.key });
  expect(await countRows(db)).toEqual(before);
  const administrators = await db
    .selectFrom("person")
    .select("name")
    .where("role", "=", "administrator")
    .execute();
  expect(administrators).toEqual([{ name: "Ada" }]);
});
