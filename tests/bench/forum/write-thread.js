/** One thread of 20 posts, written by the forms of a forum, the same in each forum. */
import { randomUUID } from "node:crypto";
import { ask, textOf } from "./ask.js";

const POSTS = 20;
/** As long as posts mostly are, in letters. */
const LETTERS = 400;

/** Writes it in the name of people in turn, with the given texts; answers its path and its opening post. */
export async function writeThread(origin, cookies, topic, texts) {
  const body = (place) => `${place + 1}. ${plain(texts[place % texts.length]).slice(0, LETTERS)}`;
  const opening = { title: "The same thread in two forums", topics: topic, body: body(0) };
  const path = (await send(origin, "/threads/new", cookies[0], opening)).pathname;
  const found = /id="post-(\d+)"/.exec(await textOf(await ask(origin, path)));
  const thread = { path, opening: Number(found[1]) };
  const ids = [thread.opening];
  const address = `${/^\/threads\/\d+/.exec(path)[0]}/reply`;
  for (let place = 1; place < POSTS; place += 1) {
    // Some answer the opening post, others the one before or an earlier one.
    const parent = String(ids[Math.floor(place / 3)]);
    const cookie = cookies[place % cookies.length];
    const { hash } = await send(origin, address, cookie, { body: body(place), parent });
    ids.push(Number(hash.slice("#post-".length)));
  }
  return thread;
}

async function send(origin, path, cookie, fields) {
  const answer = await ask(origin, path, { cookie, form: { key: randomUUID(), ...fields } });
  if (answer.status === 302) return new URL(answer.headers.location, origin);
  throw new Error(`${path} answered ${answer.status}.`);
}

/** Without what a part of a text would leave open, and without whom it names. */
export const plain = (text) => text.replace(/[^\p{L}\p{N}\s.,:;?!'-]/gu, "");
