/** What is answered without the database, and that nothing typed is lost on it. */
import { expect, test } from "vitest";
import { awayAnswer } from "#app/http/away-answer.ts";
import { form, textOf } from "./forms.ts";

const asked = { url: "/threads/7/reply", accept: "text/html", form: null };
const send = (fields: [string, string][], url = asked.url) =>
  awayAnswer({ ...asked, url, form: new URLSearchParams(fields).toString() });

test("a page that cannot be read says so, and asks for nothing", () => {
  const { type, text } = awayAnswer(asked);
  expect(type).toBe("text/html; charset=utf-8");
  expect(textOf(text)).toContain("cannot reach its database");
  expect(text).not.toContain("<form");
});

test("a form comes back with every field as it was sent, in its order", () => {
  const fields: [string, string][] = [
    ["key", "0b1f"],
    ["body", '\r\n"Is 1 < 2 & 2 > 1?"\r\n</textarea><script>no()</script>\n&amp; so on\r'],
    ["kind", "question"],
    ["title", "A claim"],
    ["version", "3"],
    ["preview", ""],
    ["odd\" autofocus onfocus='no()'", "<b>two words</b>"],
  ];
  const { text } = send(fields);
  expect(Object.entries(form(text, "/threads/7/reply"))).toEqual(fields);
  expect(text).not.toContain("<script>");
  expect(textOf(text)).toContain("</textarea><script>no()</script>");
});

test("a field that is sent twice comes back twice", () => {
  const { text } = send([
    ["saved", "1"],
    ["saved", "2"],
  ]);
  expect(text.match(/name="saved" value="[12]"/g)).toHaveLength(2);
});

test("what was typed is seen, what a page put in is not, and no password is repeated", () => {
  const { text } = send([
    ["key", "0b1f"],
    ["name", "Ada"],
    ["password", "correct horse"],
    ["new-password", "battery staple"],
  ]);
  expect(textOf(text)).toContain("NameAdaPasswordPasswordSend again");
  expect(text).not.toMatch(/correct|battery/);
  expect(form(text, "/threads/7/reply")).toEqual({
    ...{ key: "0b1f", name: "Ada", password: "", "new-password": "" },
  });
});

test("the form goes to the address it was sent to, whatever stands in that", () => {
  const url = '/sign-in?next=%2F&x="><script>no()</script>';
  const { text } = send([["name", "Ada"]], url);
  expect(form(text, url)).toEqual({ name: "Ada" });
  expect(text).not.toContain("<script>");
});

test("data is answered with data", () => {
  const isData = (url: string, accept = "*/*") =>
    awayAnswer({ url, accept, form: "body=so" }).type.startsWith("application/json");
  expect(isData("/drafts.json?for=%2Fthreads%2Fnew")).toBe(true);
  expect(isData("/threads/7.data")).toBe(true);
  expect(isData("/preview", "application/json")).toBe(true);
  expect(isData("/preview", "text/html,*/*")).toBe(false);
  expect(isData("/sign-in?next=/threads/5.json")).toBe(false);
  expect(isData("/sign-in?next=/threads/5.data?x=1")).toBe(false);
});

test("a form with more fields than any of ours is not sent again", () => {
  const { text } = awayAnswer({ ...asked, form: "a&".repeat(500_000) });
  expect(text).not.toContain("<form");
});
