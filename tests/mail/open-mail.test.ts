import { expect, test } from "vitest";
import type { Message } from "#app/mail/mail.ts";
import { mailTo, refusal, startMailServer, startTalking } from "./mail-server.ts";

const message: Message = {
  messageId: "<7.abc@forum.example>",
  to: "ada@lab.example",
  subject: "Words for Ada – “quoted”",
  text: "Hello Ada.\n.\nA line with one dot before.\n",
  html: "<p>Hello Ada.</p>",
  headers: { "Auto-Submitted": "auto-generated", "List-Id": "<letters.forum.example>" },
  madeAt: 1_790_000_000,
};

test("a letter arrives whole: both forms, its headers and its date", async () => {
  const server = await startMailServer();
  const mail = mailTo(server.port);
  expect(await mail.send(message)).toEqual({ kind: "sent" });
  mail.hangUp();
  const [letter] = server.received;
  expect(letter).toMatchObject({ from: "steelman@forum.example", to: ["ada@lab.example"] });
  const source = letter!.source;
  expect(source).toContain("From: Steelman <steelman@forum.example>");
  expect(source).toContain("Message-ID: <7.abc@forum.example>");
  expect(source).toContain("Auto-Submitted: auto-generated");
  expect(source).toMatch(/List-I[dD]: <letters\.forum\.example>/);
  expect(source).toContain("Content-Type: text/plain");
  expect(source).toContain("Content-Type: text/html");
  expect(source).toContain("\r\n.\r\nA line with one dot before.");
  expect(source).toMatch(/Date: Mon, 21 Sep 2026/);
});

test("letters one after the other go on one line", async () => {
  const server = await startMailServer();
  const mail = mailTo(server.port);
  for (let at = 0; at < 3; at += 1) await mail.send(message);
  mail.hangUp();
  expect(server.received).toHaveLength(3);
  expect(server.lines()).toBe(1);
});

test("a server that wants a name and a password gets them", async () => {
  const seen: unknown[] = [];
  const server = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      seen.push([username, password]);
      done(password === "right" ? null : new Error("no"), { user: 1 });
    },
  });
  const wrong = await mailTo(server.port, { user: "forum", pass: "wrong" }).send(message);
  expect(wrong).toMatchObject({ kind: "later", isServerAway: true });
  const right = mailTo(server.port, { user: "forum", pass: "right" });
  expect(await right.send(message)).toEqual({ kind: "sent" });
  right.hangUp();
  expect(seen).toEqual([
    ["forum", "wrong"],
    ["forum", "right"],
  ]);
});

test.each([
  ["550 for the address", 550, "5.1.1 No such person", "no-such-address"],
  ["550 for the mailbox", 550, "5.2.1 Mailbox closed", "no-such-address"],
  ["550 by a policy", 550, "5.7.1 Relaying denied", "later"],
  ["550 without more", 550, "No", "no-such-address"],
  ["450 for now", 450, "4.2.0 Greylisted", "later"],
  ["452 for now", 452, "4.3.1 Full", "later"],
])("an address refused with %s", async (_name, code, words, kind) => {
  const server = await startMailServer({
    onRcptTo(_address, _session, done) {
      done(refusal(code, words));
    },
  });
  const outcome = await mailTo(server.port).send(message);
  expect(outcome).toMatchObject({ kind });
  expect("failure" in outcome && outcome.failure).toContain(words);
  if (outcome.kind === "later") expect(outcome.isServerAway).toBe(false);
  expect(server.received).toEqual([]);
});

test.each([
  [554, "5.6.0 Not that", "refused"],
  [451, "4.3.0 Later", "later"],
])("a letter whose words are answered with %i is %s", async (code, words, kind) => {
  const server = await startMailServer({
    onData(stream, _session, done) {
      stream.resume();
      stream.on("end", () => done(refusal(code, words)));
    },
  });
  expect(await mailTo(server.port).send(message)).toMatchObject({ kind });
});

test("the line is used again after a refusal", async () => {
  const server = await startMailServer({
    onRcptTo({ address }, _session, done) {
      done(address.startsWith("ben") ? refusal(550, "5.1.1 Nobody") : null);
    },
  });
  const mail = mailTo(server.port);
  expect(await mail.send({ ...message, to: "ben@lab.example" })).toMatchObject({
    kind: "no-such-address",
  });
  expect(await mail.send(message)).toEqual({ kind: "sent" });
  mail.hangUp();
});

const polite = ["220 here", "250 hello", "250 from", "250 to"];

test.each([
  ["says nothing", [""], "later"],
  ["hangs after its greeting", ["220 here", ""], "later"],
  ["hangs when it is told the address", ["220 here", "250 hello", "250 from", ""], "later"],
  ["hangs when it has all of it", [...polite, "354 go on", ""], "in-doubt"],
])("a server that %s is not waited for long", async (_name, answers, kind) => {
  const port = await startTalking(answers, () => {});
  expect(await mailTo(port).send(message)).toMatchObject({ kind });
});

test.each([
  ["at once", [], "later"],
  ["after its greeting", ["220 here"], "later"],
  ["before the letter", polite, "later"],
  ["after the letter, without a word", [...polite, "354 go on"], "in-doubt"],
])("a server that dies %s", async (_name, answers, kind) => {
  const port = await startTalking(answers);
  expect(await mailTo(port).send(message)).toMatchObject({ kind });
});

test.each([
  ["its first answer", ["220 here"], "later"],
  ["its last answer", [...polite, "354 go on"], "in-doubt"],
])(
  "a server that drips %s for ever stops letters no longer than one may take",
  async (_name, answers, kind) => {
    const port = await startTalking(answers, (socket) => {
      const dripping = setInterval(() => socket.write("250-and more\r\n"), 50);
      socket.on("close", () => clearInterval(dripping));
    });
    expect(await mailTo(port).send(message)).toMatchObject({
      kind,
      failure: expect.stringContaining("too long"),
    });
  },
);

test("where nobody listens the letter goes later", async () => {
  const port = await startTalking([]);
  const mail = mailTo(port === 1 ? 2 : 1);
  expect(await mail.send(message)).toMatchObject({ kind: "later", isServerAway: true });
});
