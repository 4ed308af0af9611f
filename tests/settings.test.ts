import { expect, test } from "vitest";
import { isThisComputer, readSettings, WrongSetting } from "#app/settings.ts";

test("without settings the forum serves this computer, with its demonstration", () => {
  expect(readSettings({})).toEqual({
    ...{ port: 3000, host: "127.0.0.1", origin: null, databaseUrl: "file:data/forum.db" },
    ...{
      isPublic: false,
      demo: true,
      limits: 1,
      scorer: true,
      proxyHops: 0,
      backupDir: null,
      pageCache: 83_886_080,
      smtp: null,
      mailFrom: null,
    },
  });
  const empty = { PORT: "", HOST: "", FORUM_ORIGIN: "", DATABASE_URL: "", DEMO: "", LIMITS: "" };
  expect(readSettings(empty)).toEqual(readSettings({}));
});

test("settings are read as they are given", () => {
  const given = {
    ...{ PORT: "0", HOST: "0.0.0.0", FORUM_ORIGIN: "https://forum.example/", LIMITS: "0.01" },
    ...{
      DATABASE_URL: "file:/srv/forum.db",
      DEMO: "off",
      SCORER: "off",
      PROXY_HOPS: "2",
      BACKUP_DIR: "/srv/backups",
      PAGE_CACHE: "1000000",
      SMTP_URL: "smtps://ada:a%40b@mail.example",
      MAIL_FROM: "forum@mail.example",
    },
  };
  expect(readSettings(given)).toEqual({
    ...{ port: 0, host: "0.0.0.0", origin: "https://forum.example", limits: 0.01 },
    ...{
      isPublic: true,
      databaseUrl: "file:/srv/forum.db",
      demo: false,
      scorer: false,
      proxyHops: 2,
      pageCache: 1_000_000,
    },
    backupDir: "/srv/backups",
    smtp: {
      host: "mail.example",
      port: 465,
      isSecure: true,
      login: { user: "ada", pass: "a@b" },
    },
    mailFrom: "forum@mail.example",
  });
});

test.each([
  ["smtp://127.0.0.1:2525", { host: "127.0.0.1", port: 2525, isSecure: false, login: null }],
  ["smtp://mail.example/", { host: "mail.example", port: 587, isSecure: false, login: null }],
  ["smtp://[::1]:25", { host: "::1", port: 25, isSecure: false, login: null }],
  ["", null],
])("with SMTP_URL=%s letters go to %o", (url, smtp) => {
  expect(readSettings({ SMTP_URL: url }).smtp).toEqual(smtp);
});

test.each([
  "mail.example",
  "mail.example:25",
  "https://mail.example",
  "smtp://",
  "smtp://mail.example/inbox",
  "smtp://mail.example?tls=off",
  "smtp://ada@mail.example",
  "smtp://ada:%ff@mail.example",
  "smtp://ada:secret@mail.example:99999",
])("SMTP_URL=%s is refused in one line that tells no password", (url) => {
  const read = () => readSettings({ SMTP_URL: url });
  expect(read).toThrow(WrongSetting);
  expect(read).toThrow(/^SMTP_URL cannot be read; [^\n]+\.$/);
  expect(read).not.toThrow(/secret/);
});

test.each([
  "forum",
  "Forum <forum@mail.example>",
  "a@b.example, c@d.example",
  "a@b.example\nBcc: c",
])("MAIL_FROM=%j is refused in one line", (from) => {
  const read = () => readSettings({ MAIL_FROM: from });
  expect(read).toThrow(WrongSetting);
  expect(read).toThrow(/^MAIL_FROM is "[^\n]+"; [^\n]+\.$/);
});

test.each([
  [{}, true],
  [{ HOST: "::1" }, true],
  [{ HOST: "0.0.0.0" }, false],
  [{ FORUM_ORIGIN: "https://forum.example" }, false],
  [{ FORUM_ORIGIN: "http://localhost:3000" }, true],
  [{ FORUM_ORIGIN: "http://localhost:3000", HOST: "0.0.0.0" }, false],
  [{ FORUM_ORIGIN: "https://forum.example", DEMO: "on" }, true],
])("with %o the demonstration is wished: %o", (environment, demo) => {
  expect(readSettings(environment).demo).toBe(demo);
});

test.each([
  ["PORT", "http"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "80.5"],
  ["PORT", "1e3"],
  ["PORT", " 80"],
  ["LIMITS", "0"],
  ["LIMITS", "101"],
  ["LIMITS", "none"],
  ["LIMITS", "1,5"],
  ["LIMITS", "Infinity"],
  ["PROXY_HOPS", "1.5"],
  ["PROXY_HOPS", "11"],
  ["DEMO", "yes"],
  ["DEMO", "ON"],
  ["FORUM_ORIGIN", "forum.example"],
  ["FORUM_ORIGIN", "ftp://forum.example"],
  ["FORUM_ORIGIN", "https://forum.example/talk"],
  ["FORUM_ORIGIN", "https://forum.example?x"],
  ["FORUM_ORIGIN", "https://ada@forum.example"],
  ["FORUM_ORIGIN", "http://forum.example"],
])("%s=%s is refused in one line that names it", (name, value) => {
  const read = () => readSettings({ [name]: value });
  expect(read).toThrow(WrongSetting);
  expect(read).toThrow(new RegExp(`^${name} is "${value.replace(/[?.]/g, "\\$&")}"; [^\n]+\\.$`));
});

test.each([
  ["localhost", true],
  ["127.0.0.1", true],
  ["127.1.2.3", true],
  ["::1", true],
  ["[::1]", true],
  ["127.0.0.1.example", false],
  ["localhost.example", false],
  ["0.0.0.0", false],
])("%s is this computer: %o", (host, isHere) => {
  expect(isThisComputer(host)).toBe(isHere);
});
