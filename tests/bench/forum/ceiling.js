/** The ceiling: a server of node:http that answers the forum's own bytes from memory, in a process of its own. It takes them from the forum itself. */
import { createServer } from "node:http";
import { ask } from "./ask.js";

/** What a connection carries anew each time. */
const ofTheConnection = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);

const kept = new Map();
const keyOf = (path, cookie = "") => `${cookie} ${path}`;

const server = createServer((request, response) => {
  const page = kept.get(keyOf(request.url, request.headers.cookie));
  response.writeHead(page ? page.status : 404, page?.headers);
  response.end(page?.body);
});

/** Takes pages from the forum, one after another; answers what each is. */
async function takePages({ origin, pages }) {
  const taken = [];
  for (const { path, cookie } of pages) {
    const answer = await ask(origin, path, { cookie });
    const headers = [];
    for (let place = 0; place < answer.rawHeaders.length; place += 2) {
      const [name, value] = answer.rawHeaders.slice(place, place + 2);
      if (!ofTheConnection.has(name.toLowerCase())) headers.push(name, value);
    }
    kept.set(keyOf(path, cookie), { status: answer.status, headers, body: answer.body });
    taken.push({ status: answer.status, bytes: answer.body.length });
  }
  return taken;
}

process.on("message", async (wish) => {
  try {
    process.send({ taken: await takePages(wish) });
  } catch (error) {
    process.send({ error: String(error) });
  }
});
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
