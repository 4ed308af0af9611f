/** One request as a browser sends it, and its answer as it came. */
import { Agent, request } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";

export const ACCEPT_ENCODING = "gzip, deflate, br, zstd";

const agent = new Agent({ keepAlive: true });
const openers = { br: brotliDecompress, gzip: gunzip, deflate: inflate };

/** Asks for an address of the forum; answers the status, the headers and the body in the bytes that came. `form` makes it a form that is sent. */
export function ask(origin, path, { cookie, form } = {}) {
  const headers = {
    accept: "text/html",
    "accept-encoding": ACCEPT_ENCODING,
    ...(cookie ? { cookie } : {}),
    ...(form ? { origin, "content-type": "application/x-www-form-urlencoded" } : {}),
  };
  const method = form ? "POST" : "GET";
  return new Promise((resolve, reject) => {
    const asking = request(`${origin}${path}`, { method, agent, headers }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.once("error", reject);
      response.once("end", () => {
        const { statusCode: status, headers: answered, rawHeaders } = response;
        resolve({ status, headers: answered, rawHeaders, body: Buffer.concat(parts) });
      });
    });
    asking.once("error", reject);
    asking.end(form ? new URLSearchParams(form).toString() : undefined);
  });
}

/** The text of an answer, as a reader gets it. */
export async function textOf({ headers, body }) {
  const open = openers[headers["content-encoding"]];
  return String(open ? await promisify(open)(body) : body);
}

/** The bytes of a request, ready to be sent again and again, with what is right as its answer; what it `says` is looked for in the last of a run. */
export function prepare(
  port,
  path,
  { cookie, form, status = 200, least = 1, most = 1e9, says } = {},
) {
  const body = form ? new URLSearchParams(form).toString() : "";
  const lines = [
    `${form ? "POST" : "GET"} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    `Accept-Encoding: ${ACCEPT_ENCODING}`,
    "Accept-Language: en",
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) Bench",
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    ...(form
      ? [
          `Origin: http://127.0.0.1:${port}`,
          "Content-Type: application/x-www-form-urlencoded",
          `Content-Length: ${Buffer.byteLength(body)}`,
        ]
      : []),
  ];
  return { text: `${lines.join("\r\n")}\r\n\r\n${body}`, status, least, most, says };
}
