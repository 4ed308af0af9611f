/** The line to a mail server. */
import { Readable } from "node:stream";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { isThisComputer, type Smtp } from "../settings.ts";
import { type Failure, judgeFailure } from "./judge-failure.ts";
import type { Mail, Message, Outcome } from "./mail.ts";

/** How long a mail server may take, in milliseconds. */
export const PATIENCE = { connect: 10_000, greeting: 10_000, silence: 30_000, whole: 90_000 };
/** Servers take a number of letters on one line; then another is opened. */
const MOST_ON_A_LINE = 50;

interface Sender {
  /** How letters name the forum. */
  name: string;
  address: string;
}

interface Line {
  connection: SMTPConnection;
  letters: number;
}

/** Hands letters to this server from this sender; the line is opened at the first, and the mailer loaded. */
export function openMail(smtp: Smtp, from: Sender, patience = PATIENCE): Mail {
  let line: Line | null = null;

  async function send(message: Message): Promise<Outcome> {
    const handing = { isOver: false };
    try {
      if (line && (line.letters >= MOST_ON_A_LINE || line.connection.destroyed)) hangUp();
      const [{ connection }, bytes] = await Promise.all([
        openLine(smtp, patience),
        compose(message, from),
      ]);
      line!.letters += 1;
      await handOver(connection, { from: from.address, to: message.to, bytes }, handing, patience);
      return { kind: "sent" };
    } catch (error) {
      const outcome = judgeFailure(error as Failure, handing.isOver);
      // After a refusal the line would have to be set back; another is as cheap.
      hangUp();
      return outcome;
    }
  }

  async function openLine(smtp: Smtp, patience: typeof PATIENCE): Promise<Line> {
    line ??= { connection: await connect(smtp, patience), letters: 0 };
    return line;
  }

  function hangUp() {
    if (line && !line.connection.destroyed) line.connection.quit();
    line = null;
  }

  return { send, hangUp };
}

async function connect(smtp: Smtp, patience: typeof PATIENCE): Promise<SMTPConnection> {
  const { default: Connection } = await import("nodemailer/lib/smtp-connection");
  const connection = new Connection({
    ...{ host: smtp.host, port: smtp.port, secure: smtp.isSecure },
    // A password goes to no other computer in the open.
    requireTLS: smtp.login !== null && !isThisComputer(smtp.host),
    connectionTimeout: patience.connect,
    dnsTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      // What breaks later is told to whoever sends at that moment.
      connection.on("error", reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    const { login } = smtp;
    if (login) {
      await new Promise<void>((resolve, reject) => {
        connection.once("error", reject);
        connection.login(login, (error) => (error ? reject(error) : resolve()));
      });
    }
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

interface Letter {
  from: string;
  to: string;
  bytes: Buffer;
}

/** Resolves when the server has taken the letter. `handing.isOver` tells when all of it was given to the line: from then on a line that breaks leaves in doubt whether it was taken. */
function handOver(
  connection: SMTPConnection,
  { from, to, bytes }: Letter,
  handing: { isOver: boolean },
  patience: typeof PATIENCE,
): Promise<void> {
  const body = Readable.from([bytes]);
  body.once("end", () => {
    handing.isOver = true;
  });
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      connection.close();
      reject(new Error("The mail server took too long."));
    }, patience.whole);
    connection.send({ from, to: [to], size: bytes.length }, body, (error) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    });
  });
}

async function compose(message: Message, from: Sender): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  return new MailComposer({
    from,
    to: { name: "", address: message.to },
    subject: message.subject,
    messageId: message.messageId,
    date: new Date(message.madeAt * 1000),
    headers: message.headers,
    text: message.text,
    ...(message.html ? { html: message.html } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
