/** A process of its own that asks what it is told to by messages, and checks every answer. */
import { askByTheClock } from "./ask-by-the-clock.js";
import { askOnAndOn } from "./ask-on-and-on.js";

process.on("message", async (wish) => {
  process.send(await (wish.rate ? askByTheClock(wish) : askOnAndOn(wish)));
});
process.on("disconnect", () => process.exit());
