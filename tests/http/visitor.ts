/** Somebody with a browser that runs no scripts: keeps cookies, follows no redirect by itself. */
import { type Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { form } from "./forms.ts";

type Headers = Record<string, string>;
type Fields = Record<string, string>;

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** Where a redirect leads, or null. */
  location: string | null;
}

export class Visitor {
  readonly origin: string;
  readonly cookies = new Map<string, string>();
  readonly #agent: Agent | false;

  /** Every request has a connection of its own, unless an agent keeps connections. */
  constructor(origin: string, agent: Agent | false = false) {
    this.origin = origin;
    this.#agent = agent;
  }

  /** Asks for a page; what stands in its address for a place on it is nothing that a browser sends. */
  get(path: string, headers: Headers = {}): Promise<Answer> {
    return this.ask("GET", path.split("#", 1)[0]!, headers);
  }

  /** Sends a form from a page of the forum itself; another `origin` header makes it come from elsewhere. */
  post(path: string, fields: Fields, headers: Headers = {}): Promise<Answer> {
    const body = new URLSearchParams(fields).toString();
    const own = { origin: this.origin, "content-type": "application/x-www-form-urlencoded" };
    return this.ask("POST", path, { ...own, ...headers }, body);
  }

  /** Any request, with exactly these headers besides cookies; an empty header is left out. */
  async ask(method: string, path: string, headers: Headers = {}, body?: string): Promise<Answer> {
    const sent = { accept: "text/html", ...this.#cookieHeader(), ...headers };
    const given = Object.entries(sent).filter(([, value]) => value !== "");
    const { hostname, port } = new URL(this.origin);
    const asking = request({ hostname, port, method, path, agent: this.#agent });
    for (const [name, value] of given) asking.setHeader(name, value);
    return new Promise<Answer>((resolve, reject) => {
      asking.on("error", reject);
      asking.on("response", (response) => {
        this.#keepCookies(response.headers["set-cookie"] ?? []);
        text(response).then(
          (answered) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: answered,
              location: response.headers.location ?? null,
            }),
          reject,
        );
      });
      asking.end(body);
    });
  }

  /** Opens a page, fills in its form for an address and sends it; what is not filled in is sent as the page has it. */
  async fillIn(path: string, action: string, fields: Fields): Promise<Answer> {
    const page = await this.get(path);
    return this.post(action, { ...form(page.body, action), ...fields });
  }

  /** Signs up and is signed in; throws when the forum says no. */
  async signUp(name: string, password = passwordOf(name)): Promise<this> {
    return this.#enter("/sign-up", { name, password });
  }

  /** Signs in; throws when the forum says no. */
  async signIn(name: string, password = passwordOf(name)): Promise<this> {
    return this.#enter("/sign-in", { name, password });
  }

  async #enter(path: string, fields: Fields) {
    const answer = await this.fillIn(path, path, fields);
    if (answer.status === 302) return this;
    throw new Error(`${path} answered ${answer.status} to ${fields.name}:\n${answer.body}`);
  }

  #cookieHeader(): Headers {
    const pairs = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    return pairs.length > 0 ? { cookie: pairs.join("; ") } : {};
  }

  #keepCookies(lines: string[]) {
    for (const line of lines) {
      const [, name = "", value = ""] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      const isOver = /;\s*max-age=0|;\s*expires=thu, 01 jan 1970/i.test(line);
      if (isOver || value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** The password of somebody whom a test signed up; it does not hold the name, which the forum would refuse. */
export const passwordOf = (name: string) => `a long sentence by letters: ${name.length}`;
