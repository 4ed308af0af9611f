/** A real mail server on a port of its own, that does as it is told. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";
import { openMail } from "#app/mail/open-mail.server.ts";

export interface Received {
  from: string;
  to: string[];
  /** As it came over the line. */
  source: string;
}

export interface MailServer {
  port: number;
  received: Received[];
  /** Lines that were opened. */
  lines: () => number;
}

/** What a server answers, as its error. */
export const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

/** Starts a server that takes everything, but for what the options say. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: Received[] = [];
  let lines = 0;
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS"], logger: false, closeTimeout: 10 },
    onConnect(_session, done) {
      lines += 1;
      done();
    },
    onData(stream, session, done) {
      text(stream).then((source) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        received.push({ from, to: rcptTo.map(({ address }) => address), source });
        done();
      }, done);
    },
    ...options,
  });
  // What is cut off on purpose is told here too.
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, received, lines: () => lines };
}

/** Starts a server that talks as these lines say: each answers one line of the client; after the last it does `end`. */
export async function startTalking(
  answers: string[],
  end: (socket: Socket) => void = (socket) => socket.destroy(),
): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    const left = [...answers];
    const answer = () => {
      const next = left.shift();
      if (next === undefined) end(socket);
      else if (next) socket.write(`${next}\r\n`);
    };
    answer();
    socket.on("data", (bytes) => {
      // Of the letter itself only its end is answered.
      const isEnd = /\r\n\.\r\n$/.test(bytes.toString());
      const isCommand = /^(EHLO|HELO|MAIL|RCPT|DATA|RSET|AUTH)/.test(bytes.toString());
      if (isCommand || isEnd) answer();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const SHORT = { connect: 500, greeting: 300, silence: 300, whole: 2_000 };

/** A line to a server on this computer, with little patience. */
export const mailTo = (port: number, login: { user: string; pass: string } | null = null) =>
  openMail(
    { host: "127.0.0.1", port, isSecure: false, login },
    { name: "Steelman", address: "steelman@forum.example" },
    SHORT,
  );
