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

/** How far one letter is. */
interface Handing {
  isOver: boolean;
  isGivenUp: boolean;
}

interface Line {
  connection: SMTPConnection;
  letters: number;
}

/** Hands letters to this server from this sender; the line is opened at the first, and the mailer loaded. */
export function openMail(smtp: Smtp, from: Sender, patience = PATIENCE): Mail {
  let line: Line | null = null;

  async function send(message: Message): Promise<Outcome> {
    const handing = { isOver: false, isGivenUp: false };
    const limit = timeLimit(patience.whole);
    try {
      // However little at a time a server says, all of it together takes no longer.
      await Promise.race([handOver(message, handing), limit.passed]);
      return { kind: "sent" };
    } catch (error) {
      handing.isGivenUp = true;
      // After a refusal the line would have to be set back; another is as cheap.
      line?.connection.close();
      line = null;
      return judgeFailure(error as Failure, handing.isOver);
    } finally {
      limit.end();
    }
  }

  async function handOver(message: Message, handing: Handing) {
    const { connection } = await openLine();
    const bytes = await compose(message, from);
    // It is tried again later, and would come twice.
    if (handing.isGivenUp) return connection.close();
    await handTo(connection, { from: from.address, to: message.to, bytes }, handing);
  }

  async function openLine(): Promise<Line> {
    if (line && (line.letters >= MOST_ON_A_LINE || line.connection.destroyed)) hangUp();
    if (!line) {
      // Known from the first moment on, so that it can be cut while it is being opened.
      line = { connection: await makeConnection(smtp, patience), letters: 0 };
      await connect(line.connection, smtp.login);
    }
    line.letters += 1;
    return line;
  }

  function hangUp() {
    if (line && !line.connection.destroyed) line.connection.quit();
    line = null;
  }

  return { send, hangUp };
}

function timeLimit(milliseconds: number) {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The mail server took too long.")), milliseconds);
  });
  return { passed, end: () => clearTimeout(timer) };
}

async function makeConnection(smtp: Smtp, patience: typeof PATIENCE): Promise<SMTPConnection> {
  const { default: Connection } = await import("nodemailer/lib/smtp-connection");
  return new Connection({
    ...{ host: smtp.host, port: smtp.port, secure: smtp.isSecure },
    // A password goes to no other computer in the open.
    requireTLS: smtp.login !== null && !isThisComputer(smtp.host),
    connectionTimeout: patience.connect,
    dnsTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
  });
}

async function connect(connection: SMTPConnection, login: Smtp["login"]) {
  await new Promise<void>((resolve, reject) => {
    // What breaks later is told to whoever sends at that moment.
    connection.on("error", reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (!login) return;
  await new Promise<void>((resolve, reject) => {
    connection.once("error", reject);
    connection.login(login, (error) => (error ? reject(error) : resolve()));
  });
}

interface Letter {
  from: string;
  to: string;
  bytes: Buffer;
}

/** Resolves when the server has taken the letter. `handing.isOver` tells when all of it was given to the line: from then on a line that breaks leaves in doubt whether it was taken. */
function handTo(
  connection: SMTPConnection,
  { from, to, bytes }: Letter,
  handing: Handing,
): Promise<void> {
  const body = Readable.from([bytes]);
  body.once("end", () => {
    handing.isOver = true;
  });
  return new Promise<void>((resolve, reject) => {
    connection.send({ from, to: [to], size: bytes.length }, body, (error) =>
      error ? reject(error) : resolve(),
    );
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
