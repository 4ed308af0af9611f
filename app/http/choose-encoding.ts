/** Which encoding of an answer a client would like best, by its Accept-Encoding. */

/** An encoding by the name it has in Content-Encoding; `identity` is none. */
export type Encoding = "br" | "gzip" | "identity";

/** What we can make, smallest first. */
const made: readonly Encoding[] = ["br", "gzip"];

/** The one of `offered` that the client likes best, in doubt the earlier; `identity` where it likes none, or says nothing. */
export function chooseEncoding(
  accepted: string | undefined,
  offered: readonly Encoding[] = made,
): Encoding {
  const wishes = readWishes(accepted ?? "");
  const liking = (encoding: Encoding) => wishes.get(encoding) ?? wishes.get("*") ?? 0;
  // Unless it is named, what is not encoded is only what is left when nothing else will do.
  let best: Encoding = "identity";
  let most = wishes.get("identity") ?? 0;
  for (const encoding of offered) {
    const isBetter = best === "identity" ? liking(encoding) >= most : liking(encoding) > most;
    if (liking(encoding) > 0 && isBetter) {
      best = encoding;
      most = liking(encoding);
    }
  }
  return best;
}

/** Browsers say one of a few things each time. */
const read = new Map<string, Map<string, number>>();
const MOST_READ = 100;
const LONGEST_READ = 100;

/** How much each encoding is liked, from 0, not at all, to 1; what cannot be read is not liked. */
function readWishes(accepted: string): Map<string, number> {
  const known = read.get(accepted);
  if (known) return known;
  const wishes = new Map<string, number>();
  for (const wish of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = wish.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
    const liking = weight === undefined ? "1" : weight.replace(/^q\s*=\s*/, "");
    const isRead = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(liking);
    wishes.set(name === "x-gzip" ? "gzip" : name, isRead ? Number(liking) : 0);
  }
  if (accepted.length > LONGEST_READ) return wishes;
  if (read.size >= MOST_READ) read.clear();
  read.set(accepted, wishes);
  return wishes;
}
