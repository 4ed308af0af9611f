import { expect, test } from "vitest";
import siteMap from "../../app/routes.ts";
import { keptRows, type Name, openScene, stranger, visit } from "./attacks/scene.ts";
import { makeTarget } from "./attacks/target.ts";
import { type Row, roles, routes, type Target } from "./roles.ts";
import type { Answer, Visitor } from "./visitor.ts";

const scene = openScene();
/** Who calls, in the order of the roles. */
const names: (Name | null)[] = [null, "Nia", "Ada", "Ben", "Mo", "Root"];
/** What calls are about and who calls; made anew as soon as a call may have changed something. */
let fresh: { target: Target; visitors: Map<Name | null, Visitor> } | null = null;

async function ready(name: Name | null) {
  fresh ??= { target: await makeTarget(scene), visitors: new Map() };
  const { target, visitors } = fresh;
  const visitor = visitors.get(name) ?? (name ? await visit(scene, name) : stranger(scene));
  visitors.set(name, visitor);
  return { target, visitor };
}

const said = ({ status, location }: Answer) =>
  location?.startsWith("/sign-in?next=") ? "in" : String(status);

/** What is answered to a call about something that no call has changed; a refusal must have written nothing. */
async function call({ path, form }: Row, method: "get" | "post", name: Name | null) {
  const { target, visitor } = await ready(name);
  const before = await keptRows(scene);
  const answer =
    method === "get"
      ? await visitor.get(path(target))
      : await visitor.post(path(target), form?.(target) ?? {});
  if (method === "get" || answer.status >= 400) expect(await keptRows(scene)).toEqual(before);
  else fresh = null;
  return said(answer);
}

test("AC-060: every address of the site map has its row in the table of roles, and no other", () => {
  expect(routes.map(({ route }) => route)).toEqual(siteMap.map(({ path }) => path ?? ""));
  for (const { get, post } of routes) {
    expect(get.split(" ")).toHaveLength(roles.length);
    expect(post.split(" ")).toHaveLength(roles.length);
  }
});

test.each(routes)("AC-060: each role is answered as the table says at /$route", async (row) => {
  for (const method of ["get", "post"] as const) {
    const answered: string[] = [];
    for (const name of names) answered.push(await call(row, method, name));
    expect(answered.join(" "), method).toBe(row[method]);
  }
});

const guarded = routes.filter(({ get }) => /in|403/.test(get));

test.each(guarded)("AC-066: the data of /$route is guarded as its page is", async (row) => {
  for (const [index, name] of names.entries()) {
    const expected = row.get.split(" ")[index];
    const { target, visitor } = await ready(name);
    const address = `${row.path(target)}.data`;
    for (const query of [
      "",
      `?_routes=${encodeURIComponent("root,routes/admin,routes/account")}`,
    ]) {
      const { status, body } = await visitor.get(address + query);
      // A redirect of the page is told in its data.
      const leads = body.includes("/sign-in?next=") ? "in" : "302";
      const seen = status === 202 ? leads : String(status);
      // Of the routes named, only the frame's belongs to this address: it may answer, with nothing of the page.
      if (query && seen === "200" && expected !== "200") expect(body).not.toContain('"routes/');
      else expect(seen, `${address + query} to ${name}`).toBe(expected);
    }
  }
});
