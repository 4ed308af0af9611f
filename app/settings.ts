/** The forum's settings, read from the environment; wrong ones are refused in one line. */

/** Some kept pages lie where `npm start` gives a gigabyte to everything. */
const MOST_PAGE_CACHE = 512 * 1024 * 1024;

export interface Settings {
  port: number;
  host: string;
  /** The public origin, or null while the forum serves this computer alone and its port is not known yet. */
  origin: string | null;
  /** Whether others than this computer can reach it. */
  isPublic: boolean;
  databaseUrl: string;
  /** The folder of backups that are given no name. */
  backupDir: string | null;
  /** Whether an empty database is filled with the demonstration forum. */
  demo: boolean;
  /** Every limit is multiplied by this. */
  limits: number;
  /** Whether texts are scored, so that their writers are asked about an insult. */
  scorer: boolean;
  /** Bytes of pages that are kept in memory. */
  pageCache: number;
  /** How many proxies in front are believed when they say who asks. */
  proxyHops: number;
  /** Where letters go out; null where they stay in the outbox. */
  smtp: Smtp | null;
  /** Whom letters come from; null for an address at the host of the origin. */
  mailFrom: string | null;
}

/** A mail server that takes letters. */
export interface Smtp {
  host: string;
  port: number;
  /** TLS from the first byte; else from the moment at which the server offers it. */
  isSecure: boolean;
  login: { user: string; pass: string } | null;
}

/** A setting that is wrong, with one line that names it and says what it takes. */
export class WrongSetting extends Error {}

type Environment = Record<string, string | undefined>;

/** Reads the settings; throws WrongSetting with one clear line. */
export function readSettings(environment: Environment): Settings {
  const host = environment.HOST || "127.0.0.1";
  const origin = readOrigin(environment.FORUM_ORIGIN);
  const isPublic =
    !isThisComputer(host) || (origin !== null && !isThisComputer(new URL(origin).hostname));
  return {
    port: readNumber(environment, "PORT", 3000, 0, 65_535),
    host,
    origin,
    isPublic,
    databaseUrl: environment.DATABASE_URL || "file:data/forum.db",
    backupDir: environment.BACKUP_DIR || null,
    demo: readSwitch(environment, "DEMO", !isPublic),
    limits: readNumber(environment, "LIMITS", 1, 0.01, 100),
    scorer: readSwitch(environment, "SCORER", true),
    pageCache: readNumber(environment, "PAGE_CACHE", 80 * 1024 * 1024, 0, MOST_PAGE_CACHE),
    proxyHops: readNumber(environment, "PROXY_HOPS", 0, 0, 10),
    smtp: readSmtp(environment.SMTP_URL),
    mailFrom: readSender(environment.MAIL_FROM),
  };
}

/** Whether a host name is that of the computer itself. */
export function isThisComputer(host: string) {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
}

function readOrigin(value: string | undefined): string | null {
  if (!value) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new WrongSetting(
      `FORUM_ORIGIN is "${value}"; it takes a scheme and a host and nothing after them, like https://forum.example.`,
    );
  }
  if (url.protocol === "http:" && !isThisComputer(url.hostname)) {
    throw new WrongSetting(
      `FORUM_ORIGIN is "${value}"; a public forum is served over https, or passwords travel in the open.`,
    );
  }
  return url.origin;
}

/** What is wrong is told without the address, which may hold a password. */
function readSmtp(value: string | undefined): Smtp | null {
  if (!value) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  const login = url && readLogin(url);
  const isWhole = url && /^\/?$/.test(url.pathname) && !url.search && !url.hash && url.hostname;
  if (!isWhole || !/^smtps?:$/.test(url.protocol) || login === undefined) {
    throw new WrongSetting(
      "SMTP_URL cannot be read; it takes a server and nothing after its port, like smtps://name:password@mail.example:465 or smtp://127.0.0.1:25. Signs like @ and / in a password are written %40 and %2F.",
    );
  }
  const isSecure = url.protocol === "smtps:";
  const port = url.port ? Number(url.port) : isSecure ? 465 : 587;
  return { host: url.hostname.replace(/^\[|\]$/g, ""), port, isSecure, login };
}

/** Null for none, undefined for one that is not whole. */
function readLogin({ username, password }: URL) {
  if (!username && !password) return null;
  if (!username || !password) return undefined;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

function readSender(value: string | undefined): string | null {
  if (!value) return null;
  if (!/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/i.test(value)) {
    throw new WrongSetting(
      `MAIL_FROM is ${JSON.stringify(value)}; it takes one address and no name, like forum@mail.example.`,
    );
  }
  return value;
}

function readNumber(
  environment: Environment,
  name: string,
  usual: number,
  least: number,
  most: number,
) {
  const value = environment[name];
  if (value === undefined || value === "") return usual;
  const number = Number(value);
  const isWhole = name === "LIMITS" || Number.isInteger(number);
  if (!/^\d+(\.\d+)?$/.test(value) || !isWhole || number < least || number > most) {
    throw new WrongSetting(`${name} is "${value}"; it takes a number from ${least} to ${most}.`);
  }
  return number;
}

function readSwitch(environment: Environment, name: string, usual: boolean) {
  const value = environment[name];
  if (value === undefined || value === "") return usual;
  if (value !== "on" && value !== "off") {
    throw new WrongSetting(`${name} is "${value}"; it takes "on" or "off".`);
  }
  return value === "on";
}
