/** Emoji by their names, :tada: for one. */
import { nameToEmoji } from "gemoji";

const emoji = new Map(Object.entries(nameToEmoji));
/** No letter or digit runs into it, so that times and ratios stay as they are. */
const code = /(?<![\p{L}\p{N}]):([a-z0-9_+-]{1,50}):(?![\p{L}\p{N}])/giu;

/** The text with the codes that are known as their emoji; others stay. */
export const setEmoji = (text: string) =>
  text.replace(code, (typed, name: string) => emoji.get(name.toLowerCase()) ?? typed);
