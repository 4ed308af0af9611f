import { expect, test, vi } from "vitest";
import type { Answer } from "../visitor.ts";
import { keptRows, openScene, PASSWORD, stranger, visit } from "./scene.ts";

const scene = openScene({ LIMITS: "1" });
const NEW = "ten oranges on a boat";

/** Lets somebody have shown that their address is theirs; answers it. */
async function confirmed(name: string): Promise<string> {
  const { email } = await scene.db
    .updateTable("person")
    .set({ email_confirmed_at: 1 })
    .where("name", "=", name)
    .returning("email")
    .executeTakeFirstOrThrow();
  return email!;
}

async function letters(kind: string, address?: string) {
  const all = await scene.db
    .selectFrom("letter")
    .select(["text", "html", "subject", "address"])
    .where("kind", "=", kind)
    .orderBy("id")
    .execute();
  return all.filter((letter) => address === undefined || letter.address === address);
}

/** The letters of a kind, once there are so many. */
async function whenThere(kind: string, address: string, count: number) {
  await vi.waitUntil(async () => (await letters(kind, address)).length >= count, {
    timeout: 10_000,
    interval: 50,
  });
  return letters(kind, address);
}

const linkIn = ({ text }: { text: string }) =>
  /\/(?:reset-password|confirm-email)\/[\w-]+$/m.exec(text)![0];

/** What an answer tells a stranger, without what is of this one page. */
const told = ({ status, location, body, headers }: Answer) => ({
  ...{ status, location, body, cookies: headers["set-cookie"] },
});

test("AC-041: a letter leads to the forum's own address, whatever Host was sent", async () => {
  const address = await confirmed("Ada");
  const evil = { host: "evil.example", "x-forwarded-host": "evil.example" };
  const answer = await stranger(scene).post("/forgot-password", { who: "Ada" }, evil);
  expect(answer.status).toBe(302);
  const [letter] = await whenThere("reset", address, 1);
  const all = JSON.stringify(letter);
  expect(all).not.toContain("evil.example");
  for (const link of all.match(/https?:\/\/[^/\s"\\]+/g)!) expect(link).toBe(scene.origin);
});

test("AC-050: whoever asks is answered alike, known or not, and five letters come in half an hour", async () => {
  const address = await confirmed("Ben");
  const asking = stranger(scene);
  const answers: ReturnType<typeof told>[] = [];
  for (let at = 0; at < 20; at += 1) {
    const who = at % 4 === 3 ? `nobody-${at}@lab.example` : at % 2 ? "ben" : address;
    answers.push(told(await asking.post("/forgot-password", { who })));
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 302, location: "/forgot-password?sent=1" });
  expect((await asking.get("/forgot-password?sent=1")).status).toBe(200);
  await whenThere("reset", address, 5);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await letters("reset", address)).toHaveLength(5);
  expect((await letters("reset")).filter((one) => one.address.startsWith("nobody"))).toEqual([]);
});

test("AC-049: a link works once, in any browser, ends every session, and is told to nobody", async () => {
  const address = await confirmed("Nia");
  const nia = await visit(scene, "Nia");
  const other = stranger(scene);
  await other.post("/forgot-password", { who: "Nia" });
  const link = linkIn((await whenThere("reset", address, 1))[0]!);
  const page = await other.get(link);
  expect(page.status).toBe(200);
  expect(page.headers["cache-control"]).toBe("no-store");
  expect(page.headers["referrer-policy"]).toBe("strict-origin");
  expect(page.body).toContain('name="robots" content="noindex"');
  const weak = await other.post(link, { password: "short" });
  expect(weak.status).toBe(422);
  expect(weak.headers["cache-control"]).toBe("no-store");
  const done = await other.post(link, { password: NEW });
  expect([done.status, done.location]).toEqual([302, "/reset-password/done"]);
  expect((await other.get("/reset-password/done")).status).toBe(200);
  expect((await nia.get("/account")).location).toBe("/sign-in?next=%2Faccount");
  const before = await keptRows(scene);
  for (const wrong of [link, `${link.slice(0, -1)}!`, link.slice(0, -1), `${link}x`]) {
    const answer = await other.get(wrong);
    expect(answer.status).toBe(404);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect((await other.post(wrong, { password: NEW })).status).toBe(404);
  }
  expect(await keptRows(scene)).toEqual(before);
  await other.signIn("Nia", NEW);
  const token = link.split("/").at(-1)!;
  expect(scene.server.output()).not.toContain(token);
  expect(scene.server.output()).not.toContain(address);
});

test("AC-049: the data of such a page is kept from caches as the page is", async () => {
  const answer = await stranger(scene).get("/reset-password/x.data");
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("AC-051: a change of address is told to the one before, which can undo it; only the newest link confirms", async () => {
  const before = await confirmed("Mo");
  const mo = await visit(scene, "Mo");
  const change = (email: string) =>
    mo.post("/account/email", { "present-password": PASSWORD, email });
  expect((await change("first@mail.example")).status).toBe(302);
  expect((await change("second@mail.example")).status).toBe(302);
  const [moved] = await whenThere("moved", before, 1);
  const [first] = await whenThere("confirm", "first@mail.example", 1);
  const [second] = await whenThere("confirm", "second@mail.example", 1);
  const other = stranger(scene);
  expect((await other.post(linkIn(first!), {})).status).toBe(404);
  expect((await other.get(linkIn(second!))).body).toContain("second@mail.example");
  expect((await other.post(linkIn(second!), {})).location).toBe("/confirm-email/done");
  expect((await other.post(linkIn(second!), {})).status).toBe(404);
  const back = await other.post(linkIn(moved!), {});
  expect(back.location).toMatch(/^\/reset-password\/[\w-]{27}\?back=1$/);
  expect(back.headers["cache-control"]).toBe("no-store");
  const next = await other.get(back.location!);
  expect(next.body).toContain("Your address is back");
  expect(next.headers["cache-control"]).toBe("no-store");
  const { email } = await scene.db
    .selectFrom("person")
    .select("email")
    .where("name", "=", "Mo")
    .executeTakeFirstOrThrow();
  expect(email).toBe(before);
  expect((await mo.get("/account")).location).toBe("/sign-in?next=%2Faccount");
});

test("one press in a mail program stops letters, without cookies, origin or a page", async () => {
  const { sealStop, readLetterSecret } = await import("#app/letters/unsubscribe-token.server.ts");
  const secret = await readLetterSecret(scene.db);
  const link = `/unsubscribe/${sealStop(secret, scene.ids.Ben, { kind: "at-once" })}`;
  const program = stranger(scene);
  const body =
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const page = await program.get(link);
  expect(page.status).toBe(200);
  expect(page.body).not.toMatch(/\bBen\b/);
  const pressed = await program.ask("POST", link, headers, body);
  expect(pressed.status).toBe(200);
  expect(pressed.body).not.toMatch(/\bBen\b/);
  expect((await program.get(link)).body).toContain("Stopped already");
  const wish = await scene.db
    .selectFrom("letter_wish")
    .select("is_at_once")
    .where("person_id", "=", scene.ids.Ben)
    .executeTakeFirstOrThrow();
  expect(wish.is_at_once).toBe(0);
  const before = await keptRows(scene);
  const otherwise = link.replace(/.$/, (sign) => (sign === "A" ? "B" : "A"));
  const altered = await program.ask("POST", otherwise, headers, body);
  expect(altered.status).toBe(404);
  expect(await keptRows(scene)).toEqual(before);
});
