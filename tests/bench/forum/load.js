/** A process of its own that asks what it is told to by messages, and checks every answer: its status and its length, and of the last one its words. */
import { textOf } from "./ask.js";
import { askByTheClock } from "./ask-by-the-clock.js";
import { askOnAndOn } from "./ask-on-and-on.js";

process.on("message", async (wish) => {
  const { last, ...found } = await (wish.rate ? askByTheClock(wish) : askOnAndOn(wish));
  if (last && !(await saysRight(last))) {
    const path = last.request.text.split(" ", 2)[1];
    found.wrongCount += 1;
    found.wrong.push(`The last answer, of ${path}, does not say ${last.request.says}.`);
  }
  process.send(found);
});
process.on("disconnect", () => process.exit());

async function saysRight({ request: { says }, answer: { encoding, parts } }) {
  if (!says) return true;
  const answer = { headers: { "content-encoding": encoding }, body: Buffer.concat(parts) };
  // What cannot be read says nothing.
  return (await textOf(answer).catch(() => "")).includes(says);
}
